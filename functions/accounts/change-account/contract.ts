import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { AccountView, Person } from '../../../lib/domain/identity/account.ts';

export const contract = endpoint({
  route: 'PUT /account',
  tag: 'Identity',
  again: 'same',
  summary: 'Change your name, contacts and language',
  description:
    'Replaces them all; absent values are removed. A name that an EDS has proved, or an administrator gave, stays as it ' +
    'is, except for the case of its letters. Another address gets a letter with a code, and is used once `POST /account/email` has it; ' +
    'the same address again sends another code when the last one is over. Requests keep the contacts that they were begun with.',
  body: Person.omit({ iin: true }),
  answer: AccountView,
  success: 200,
  refusals: ['email/too-many'],
  examples: [
    {
      summary: 'Another language of notices',
      body: { fullName: 'Демо Азамат Үлгіұлы', email: 'applicant-azamat@demo.localhost', language: 'kk' },
      answers: 200,
    },
    { summary: 'Of another name', body: { fullName: 'Басқа Біреу', email: 'demo@example.kz' }, answers: 400 },
    { summary: 'No e-mail address', body: { fullName: 'Демо Азамат', email: 'demo' }, answers: 400 },
  ],
});
