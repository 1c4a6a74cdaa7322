import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Grant } from '../../../lib/domain/identity/session.ts';

export const contract = endpoint({
  route: 'POST /sessions/refresh',
  tag: 'Identity',
  summary: 'Get the next access token',
  description:
    'Each refresh token can be used once; the answer has the next one. ' +
    'If a used token is sent again, the session ends, because the token may have been copied. A session lasts 12 hours.',
  body: z.strictObject({ refreshToken: z.string().max(256) }),
  answer: Grant,
  success: 200,
  refusals: ['session/expired'],
  examples: [{ summary: 'Not a refresh token', body: { refreshToken: 'unknown' }, answers: 401 }],
});
