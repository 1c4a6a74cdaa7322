import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { AccountView } from '../../../lib/domain/identity/account.ts';
import { codeRules } from '../../../lib/domain/identity/asked-email.ts';

export const contract = endpoint({
  route: 'POST /account/email',
  tag: 'Identity',
  again: 'told',
  summary: 'Confirm your e-mail address by the code that was mailed there',
  description:
    `After \`PUT /account\` or \`POST /accounts\` with another address. A code works for ${codeRules.minutes} minutes and ${codeRules.wrong} ` +
    `attempts; ${codeRules.letters} are mailed for an account in a day. Until then mail goes to the former address, or nowhere.`,
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/, 'six digits') }),
  answer: AccountView,
  success: 200,
  refusals: ['email/not-asked', 'email/code-over', 'email/wrong-code'],
  examples: [
    { summary: 'No address waits for a code', body: { code: '000000' }, answers: 409 },
    { summary: 'No six digits', body: { code: '12' }, answers: 400 },
  ],
});
