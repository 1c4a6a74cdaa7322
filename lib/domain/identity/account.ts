import * as z from 'zod';
import { Role } from '../access/roles.ts';
import { Iin } from './iin.ts';

/** As the identity card has it: letters of any alphabet, spaces, hyphens, apostrophes and dots. */
export const FullName = z
  .string()
  .trim()
  .min(2)
  .max(150)
  .regex(/^\p{L}[\p{L}\p{M}'’ʼ. -]*$/u, 'letters, spaces, hyphens, apostrophes and dots');

/** E.164. */
export const Phone = z.string().regex(/^\+[1-9][0-9]{9,14}$/, '+ and 10 to 15 digits, as +77012345678');

export const Email = z.email().max(254);

/** What a person tells of himself; the language is that of his notices. */
export const Person = z.strictObject({
  iin: Iin,
  fullName: FullName,
  email: Email.optional(),
  phone: Phone.optional(),
  language: z.enum(['ru', 'kk']).default('ru'),
});
export type Person = z.output<typeof Person>;

/**
 * One person in one role. `office` is the office or centre that he serves and `position` his post there, as documents
 * name it; `createdBy` is the administrator's account.
 */
export const Account = Person.extend({
  id: z.string(),
  role: Role,
  office: z.string().optional(),
  position: z.string().optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().optional(),
});
export type Account = z.output<typeof Account>;

/** The account as its holder sees it. */
export const AccountView = Account.omit({ createdBy: true }).strip();
export const viewAccount = (account: Account) => AccountView.parse(account);
