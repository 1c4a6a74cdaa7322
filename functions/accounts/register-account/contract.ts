import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { AccountView, Person } from '../../../lib/domain/identity/account.ts';
import { NewPassword } from '../../../lib/domain/identity/password.ts';

const example = {
  iin: '880414400019',
  fullName: 'Ахметова Сауле Бериковна',
  password: 'отырар-кітапханасы',
  email: 'saule@example.kz',
  phone: '+77012345678',
  language: 'kk',
};

export const contract = endpoint({
  route: 'POST /accounts',
  tag: 'Identity',
  again: 'told',
  summary: 'Register as an applicant',
  description:
    'Opens an account for the person with this IIN. Administrators open the accounts of employees. ' +
    'An e-mail address gets a letter with a code, and is used once `POST /account/email` has it. The IIN is not verified here. The first sign-in by EDS proves whose it is and takes the account over ' +
    '(`POST /sessions/eds`), so a person who registers somebody else’s IIN never sees what its owner files.',
  body: z.strictObject({ ...Person.shape, password: NewPassword }),
  answer: AccountView,
  success: 201,
  refusals: ['account/exists'],
  examples: [
    { summary: 'A new applicant', body: example, answers: 201 },
    { summary: 'A wrong check digit', body: { ...example, iin: '880414400018' }, answers: 400 },
    { summary: 'A role is not to be chosen', body: { ...example, role: 'administrator' }, answers: 400 },
  ],
});
