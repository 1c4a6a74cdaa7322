import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Grant, REPEAT_SECONDS } from '../../../lib/domain/identity/session.ts';

export const contract = endpoint({
  route: 'POST /sessions/refresh',
  tag: 'Identity',
  again: 'same',
  summary: 'Get the next access token',
  description:
    'Each refresh token can be used once; the answer has the next one. For ' +
    `${REPEAT_SECONDS} seconds the token just replaced gets the same answer again, because an answer may be lost and ` +
    'two tabs may ask at once. If any other used token is sent, the session ends, because the token may have been ' +
    'copied. A session lasts 12 hours.',
  body: z.strictObject({ refreshToken: z.string().max(256) }),
  answer: Grant,
  success: 200,
  refusals: ['session/expired'],
  examples: [{ summary: 'Not a refresh token', body: { refreshToken: 'unknown' }, answers: 401 }],
});
