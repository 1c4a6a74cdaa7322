import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { SignInMethod } from '../../../lib/domain/identity/session.ts';

export const contract = endpoint({
  route: 'GET /account/sessions',
  tag: 'Identity',
  summary: 'List the own sessions that last, the newest first',
  answer: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        startedAt: ShownInstant,
        endsAt: ShownInstant,
        method: SignInMethod,
        cabinet: z.boolean().meta({ description: 'Whether it is an employee’s own cabinet, as a citizen' }),
        current: z.boolean().meta({ description: 'The session of this call' }),
      }),
    ),
  }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'One or more', answers: 200 }],
});
