import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Iin } from '../../../lib/domain/identity/iin-schema.ts';
import { TypedPassword } from '../../../lib/domain/identity/password.ts';
import { ActAs, Grant } from '../../../lib/domain/identity/session.ts';

export const contract = endpoint({
  route: 'POST /sessions',
  tag: 'Identity',
  again: 'new',
  summary: 'Sign in by IIN and password',
  description:
    'Answers an access token of 15 minutes and a refresh token for `POST /sessions/refresh`. ' +
    'After five wrong passwords from one address sign-in by password stops for it for 15 minutes, after a hundred of an IIN ' +
    'within a day for everybody until the day is over; sign-in by EDS stays open. ' +
    'If an EDS has proved the holder and they have set no password since, only an EDS opens the account. ' +
    'Employees who send `as: applicant` enter their own cabinet; in this session they act only as a citizen.',
  body: z.strictObject({ iin: Iin, password: TypedPassword, as: ActAs.optional() }),
  answer: Grant,
  success: 201,
  refusals: ['session/refused', 'session/locked', 'session/password-off'],
  examples: [
    {
      summary: 'The account of the example of `POST /accounts`',
      body: { iin: '880414400019', password: 'отырар-кітапханасы' },
      answers: 201,
    },
    {
      summary: 'Another role cannot be chosen',
      body: { iin: '880414400019', password: 'отырар-кітапханасы', as: 'administrator' },
      answers: 400,
    },
    {
      summary: 'An unknown IIN and a wrong password are answered alike',
      body: { iin: '010203600212', password: 'a wrong one' },
      answers: 401,
    },
  ],
});
