import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Iin } from '../../../lib/domain/identity/iin-schema.ts';
import { TypedPassword } from '../../../lib/domain/identity/password.ts';
import { ActAs, Grant } from '../../../lib/domain/identity/session.ts';

export const contract = endpoint({
  route: 'POST /sessions',
  tag: 'Identity',
  summary: 'Sign in by IIN and password',
  description:
    'Answers an access token of 15 minutes and a refresh token for `POST /sessions/refresh`. ' +
    'After five wrong passwords sign-in by password stops for 15 minutes; sign-in by EDS stays open. ' +
    'An account whose holder an EDS has proved, and who has set no password since, is entered by EDS alone. ' +
    'An employee who says `as: applicant` enters his own cabinet: for this session he is a citizen and nothing else.',
  body: z.strictObject({ iin: Iin, password: TypedPassword, as: ActAs.optional() }),
  answer: Grant,
  success: 201,
  refusals: ['session/refused', 'session/locked'],
  examples: [
    {
      summary: 'The account of the example of `POST /accounts`',
      body: { iin: '880414400019', password: 'отырар-кітапханасы' },
      answers: 201,
    },
    {
      summary: 'Nobody chooses a role',
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
