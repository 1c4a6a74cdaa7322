import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Grant } from '../../../lib/domain/identity/session.ts';

export const contract = endpoint({
  route: 'POST /sessions/refresh',
  tag: 'Identity',
  summary: 'Get the next access token',
  description:
    'Each refresh token is good for one use and is replaced by the one in the answer. ' +
    'A used one that comes again ends the session, for it may have been copied. A session lasts 12 hours.',
  body: z.strictObject({ refreshToken: z.string().max(256) }),
  answer: Grant,
  success: 200,
  refusals: ['session/expired'],
  examples: [{ summary: 'Not a refresh token', body: { refreshToken: 'unknown' }, answers: 401 }],
});
