import * as z from 'zod';
import { Role } from '../access/roles.ts';
import { Notice } from '../notice/notice.ts';
import { FullName } from './full-name.ts';
import { Iin } from './iin-schema.ts';

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

/** What happened to an account, as its holder is shown it. */
export const AccountEvent = z.strictObject({
  at: z.iso.datetime(),
  code: z.enum(['confirmed', 'taken-over', 'password-changed', 'hired', 'closed']),
});

/**
 * One person, and his role; he is a citizen beside it. `office` is the office or centre that he serves and `position` his post there, as documents
 * name it; `createdBy` is the administrator's account.
 */
export const Account = Person.extend({
  id: z.string(),
  role: Role,
  office: z.string().optional(),
  position: z.string().optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().optional(),
  /** When an EDS first proved whose account it is, and the name in that certificate. */
  confirmed: z.strictObject({ at: z.iso.datetime(), name: z.string() }).optional(),
  /** Counts what ended all sessions at once; a session lives as long as the generation that it began in. */
  generation: z.int().optional(),
  /** The account of the same IIN that an EDS closed in favour of this one. */
  formerly: z.string().optional(),
  /** Where the search for that has to go on, if it was not finished: sort key and id of a request. */
  adoptFrom: z.tuple([z.string(), z.string()]).readonly().optional(),
  /** The account that stands in the place of this one, which nobody can enter any more. */
  heir: z.string().optional(),
  /** Since when nobody can enter it. */
  closed: z.iso.datetime().optional(),
  events: z.array(AccountEvent).optional(),
  /** E-mails that are still to be sent about it. */
  notices: z.array(Notice).optional(),
});
export type Account = z.output<typeof Account>;

/** An EDS has proved whose it is, or somebody who answers for it has said so: nobody else's word opened it. */
export const isVouchedFor = ({ confirmed, createdBy }: Pick<Account, 'confirmed' | 'createdBy'>): boolean =>
  confirmed !== undefined || createdBy !== undefined;

/** The account as its holder sees it. */
export const AccountView = Account.omit({
  createdBy: true,
  generation: true,
  formerly: true,
  adoptFrom: true,
  heir: true,
  notices: true,
}).strip();
export const viewAccount = (account: Account) => AccountView.parse(account);

/** As it is shown to the administrator who gave an applicant a post: what the person told of himself is not his. */
export const viewHired = (account: Account) =>
  AccountView.omit({ email: true, phone: true, events: true }).strip().parse(account);

/** An account together with what its password is checked against; without a hash only an EDS opens it. */
export const Credentials = z.object({ account: Account, passwordHash: z.string().optional() });
export type Credentials = z.output<typeof Credentials>;
