import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { NewPassword, TypedPassword } from '../../../lib/domain/identity/password.ts';
import { Grant } from '../../../lib/domain/identity/session.ts';

export const contract = endpoint({
  route: 'PUT /account/password',
  tag: 'Identity',
  again: 'told',
  summary: 'Set a new password',
  description:
    'Needs the present password, except in a session that was opened by EDS. All sessions of the account end, also this ' +
    'one; the answer begins a new one. Wrong passwords count as in `POST /sessions`.',
  body: z.strictObject({ newPassword: NewPassword, oldPassword: TypedPassword.optional() }),
  answer: Grant,
  success: 200,
  refusals: ['account/old-password', 'session/locked', 'session/password-off', 'session/expired'],
  examples: [
    {
      summary: 'A wrong present password',
      body: { newPassword: 'сырдария-жағасында', oldPassword: 'a wrong one' },
      answers: 403,
    },
    { summary: 'Too short', body: { newPassword: 'қысқа', oldPassword: 'отырар-кітапханасы' }, answers: 400 },
    {
      summary: 'A new password',
      body: { newPassword: 'сырдария-жағасында', oldPassword: 'отырар-кітапханасы' },
      answers: 200,
    },
  ],
});
