import * as z from 'zod';
import { Role } from '../access/roles.ts';
import { Notice } from '../notice/notice.ts';
import { Hold } from '../retention/hold.ts';
import { endOf } from '../retention/terms.ts';
import { AskedEmail, CodeLetters } from './asked-email.ts';
import { Email } from './email.ts';
import { FullName } from './full-name.ts';
import { Iin } from './iin-schema.ts';

/** E.164. */
export const Phone = z.string().regex(/^\+[1-9][0-9]{9,14}$/, '+ and 10 to 15 digits, as +77012345678');

/** What people say about themselves; `language` is that of their notices. */
export const Person = z.strictObject({
  iin: Iin,
  fullName: FullName,
  email: Email.optional(),
  phone: Phone.optional(),
  language: z.enum(['ru', 'kk']).default('ru'),
});
export type Person = z.output<typeof Person>;

/** What happened to an account, as its holder sees it. */
export const AccountEvent = z.strictObject({
  at: z.iso.datetime(),
  code: z.enum([
    'confirmed',
    'taken-over',
    'password-changed',
    'post-offered',
    'hired',
    'suspended',
    'restored',
    'dismissed',
    'mandate-given',
    'mandate-taken',
    'filed-for-you',
    'answered-for-you',
    'closed',
  ]),
});

/** What somebody is at an office, and who offered it; its holder accepts it by EDS before it works. */
export const OfferedPost = z.strictObject({
  role: Role,
  office: z.string().optional(),
  position: z.string().optional(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type OfferedPost = z.output<typeof OfferedPost>;

/**
 * «Право подписи»: an officer signs outputs of this office instead of its head, from one instant until before another. `by`:
 * the head who gave it.
 */
export const Mandate = z.strictObject({
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  office: z.string(),
  by: z.string(),
});
export type Mandate = z.output<typeof Mandate>;

/**
 * One person and their role; every person is also a citizen. `office` is the office or centre that they serve, and
 * `position` their post there, as documents name it. `createdBy` is the administrator's account.
 */
export const Account = Person.extend({
  id: z.string(),
  role: Role,
  /** The address that is used once a mailed code was typed in; `email` is used until then. */
  askedEmail: AskedEmail.optional(),
  codeLetters: CodeLetters.optional(),
  office: z.string().optional(),
  position: z.string().optional(),
  /** A post that waits for its holder; until then they are what they were. */
  offered: OfferedPost.optional(),
  /** Since when the post is at rest: they act as a citizen only. */
  suspended: z.iso.datetime().optional(),
  /** Ends with the post in which it was given, also when that only rests. */
  mandate: Mandate.optional(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().optional(),
  /** When an EDS first proved whose account this is, and the name in that certificate. */
  confirmed: z.strictObject({ at: z.iso.datetime(), name: z.string() }).optional(),
  /** Goes up each time all sessions end; a session is valid while the generation in which it began lasts. */
  generation: z.int().optional(),
  /** The account of the same IIN that this one replaced, after an EDS. */
  formerly: z.string().optional(),
  /** Where to continue the search through that account, if it is unfinished: sort key and id of a request. */
  adoptFrom: z.tuple([z.string(), z.string()]).readonly().optional(),
  /** The account that replaced this one. Nobody can enter this one any more. */
  heir: z.string().optional(),
  /** Since when nobody can enter it. */
  closed: z.iso.datetime().optional(),
  /** From when its term counts, where something submitted under it was found at the end of the one before. */
  keptFrom: z.iso.datetime().optional(),
  /** Nothing of it is erased while this lasts. */
  hold: Hold.optional(),
  events: z.array(AccountEvent).optional(),
  /** E-mails about the account that are still to be sent, and what employees did in its holder's name. */
  notices: z.array(Notice).optional(),
  /** Up to which moment the holder has seen what was announced about their requests. */
  noticesReadAt: z.iso.datetime().optional(),
});
export type Account = z.output<typeof Account>;

/** Whether an EDS has proved whose account it is, or an administrator has vouched for the person. */
export const isVouchedFor = ({ confirmed, createdBy }: Pick<Account, 'confirmed' | 'createdBy'>): boolean =>
  confirmed !== undefined || createdBy !== undefined;

/**
 * When an account is to be erased: one that nobody proved, one whose owner has taken the IIN over, one that was closed.
 * Undefined for an account in use, and while a hold lasts.
 */
export function accountErasure(account: Account): Date | undefined {
  const { hold, closed, heir, createdAt, keptFrom = createdAt } = account;
  if (hold) return undefined;
  if (closed !== undefined) return endOf('closedAccount', closed > keptFrom ? closed : keptFrom);
  return heir !== undefined || !isVouchedFor(account) ? endOf('unprovedAccount', keptFrom) : undefined;
}

/** The account as its holder sees it. */
export const AccountView = Account.omit({
  createdBy: true,
  generation: true,
  formerly: true,
  adoptFrom: true,
  heir: true,
  notices: true,
  codeLetters: true,
  keptFrom: true,
  noticesReadAt: true,
})
  .extend({
    unmailed: z.array(z.strictObject({ at: z.iso.datetime() })).optional(),
    askedEmail: AskedEmail.pick({ email: true, until: true }).strip().optional(),
    offered: OfferedPost.omit({ by: true }).strip().optional(),
    mandate: Mandate.omit({ by: true }).strip().optional(),
    keptUntil: z.iso.datetime().optional(),
  })
  .strip();
/** `askedEmail`: where a code was mailed, or will be within a minute, and until when it works. `unmailed`: e-mails about the account that did not reach its address; `keptUntil`: when it will be erased. */
export function viewAccount(account: Account): z.output<typeof AccountView> {
  const lost = (account.notices ?? []).filter(({ email }) => email === 'failed' || email === 'returned');
  const end = accountErasure(account);
  return AccountView.parse({
    ...account,
    ...(lost.length > 0 && { unmailed: lost.map(({ at }) => ({ at })) }),
    ...(end && { keptUntil: end.toISOString() }),
  });
}

/** An account with the hash of its password; without a hash only an EDS opens it. */
export const Credentials = z.object({ account: Account, passwordHash: z.string().optional() });
export type Credentials = z.output<typeof Credentials>;
