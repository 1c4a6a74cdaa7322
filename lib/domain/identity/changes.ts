import { refuse, type Refusal } from '../problem/problem.ts';
import type { NoticeCode } from '../notice/codes.ts';
import type { Notice } from '../notice/notice.ts';
import { isVouchedFor, type Account, type Credentials, type OfferedPost, type Person } from './account.ts';
import { wantEmail } from './asked-email.ts';
import { nameOf, provedName, type Proof } from './proved-name.ts';

/** The account that an EDS has proved; it replaces one that anybody may have registered. */
export function heirOf({ iin, language, role, id: formerly, fullName }: Account, proof: Proof, id: string, now: Date) {
  const at = now.toISOString();
  const name = nameOf(proof, fullName);
  return {
    ...{ id, iin, fullName: name, language, role, formerly, createdAt: at },
    confirmed: { at, name },
    events: [{ at, code: 'taken-over' }],
  } satisfies Account;
}

/**
 * The account of a person for whom an administrator vouches; it replaces one that anybody may have registered. It has no
 * password, and nothing of what was begun in the other.
 */
export const successorOf = (id: string, { id: formerly }: Account, by: Employment): Account => ({
  ...by.person,
  ...{ id, role: 'applicant', formerly, createdAt: by.at.toISOString(), createdBy: by.administrator },
});

/** Closes the account to everybody. The person who registered it is told at the address that they proved to read, if any. */
export function oust({ account }: Credentials, heir: string, now: Date, notice: NoticeCode): Credentials {
  const { askedEmail: _, notices = [], ...kept } = account;
  const mailed = notices.filter(({ code }) => code !== 'email-code');
  return record({ account: { ...kept, notices: mailed, heir } }, 'taken-over', now, notice);
}

/** What an administrator says about a person who gets a post. */
export interface Employment {
  readonly person: Person;
  readonly post: Pick<Account, 'role' | 'office' | 'position'>;
  /** Of the password that the administrator chose, if any. */
  readonly passwordHash: string | undefined;
  readonly administrator: string;
  readonly at: Date;
}

/** The post as it waits for its holder. */
export const offeredBy = ({
  post,
  administrator: by,
  at,
}: Pick<Employment, 'post' | 'administrator' | 'at'>): OfferedPost => ({
  role: post.role,
  ...(post.office !== undefined && { office: post.office }),
  ...(post.position !== undefined && { position: post.position }),
  ...{ by, at: at.toISOString() },
});

/**
 * An applicant is offered a post in their own account. If an EDS has proved them, they keep name, contacts, password and
 * sessions. Otherwise the administrator's data replace theirs, and the only password is the one the administrator chose.
 */
export function hire(kept: Credentials, by: Employment): Credentials | Refusal {
  const { account } = kept;
  const { administrator: createdBy, at, person, passwordHash } = by;
  const offered = offeredBy(by);
  // The SDK repeats a put whose answer was lost.
  if (account.offered?.at === offered.at && account.offered.by === createdBy) return kept;
  const isOpen = account.role === 'applicant' && account.closed === undefined && account.heir === undefined;
  if (!isOpen || !isVouchedFor(account) || account.offered) return refuse('account/exists');
  const own = account.confirmed ? kept : { account: { ...account, ...person }, passwordHash };
  const change = account.confirmed ? note : record;
  return change({ ...own, account: { ...own.account, offered, createdBy } }, 'post-offered', at, 'post-offered');
}

/** An employee is offered another post; until they accept it, they keep theirs. */
export function move(kept: Credentials, by: Pick<Employment, 'post' | 'administrator' | 'at'>): Credentials | Refusal {
  const { account } = kept;
  if (account.closed !== undefined || account.heir !== undefined || !isVouchedFor(account))
    return refuse('staff/unknown');
  return note({ ...kept, account: { ...account, offered: offeredBy(by) } }, 'post-offered', by.at, 'post-offered');
}

/** The holder has signed for the post that was offered at that moment: it works from now on, in new sessions. */
export function takePost(kept: Credentials, offeredAt: string, now: Date): Credentials | Refusal {
  const { offered, suspended: _, office: __, position: ___, mandate: ____, ...account } = kept.account;
  // The SDK repeats a put whose answer was lost.
  if (!offered && account.events?.some((event) => event.code === 'hired' && event.at === now.toISOString()))
    return kept;
  if (offered?.at !== offeredAt) return refuse('post/none');
  const { by: _____, at: ______, ...post } = offered;
  return record({ ...kept, account: { ...account, ...post } }, 'hired', now, 'account-hired');
}

/** The post rests: sessions end, and until it is restored its holder is a citizen. */
export function suspend(kept: Credentials, now: Date): Credentials {
  const { mandate: _, ...account } = kept.account;
  if (account.suspended !== undefined) return kept;
  const resting = { ...account, suspended: now.toISOString() };
  return record({ ...kept, account: resting }, 'suspended', now, 'post-suspended');
}

export function restore(kept: Credentials, now: Date): Credentials {
  const { suspended, ...account } = kept.account;
  return suspended === undefined ? kept : record({ ...kept, account }, 'restored', now, 'post-restored');
}

/** The post ends, and with it all sessions; the person stays a citizen with what they have filed. */
export function dismiss(kept: Credentials, now: Date): Credentials {
  const { offered, suspended: _, office: __, position: ___, mandate: ____, ...account } = kept.account;
  if (account.role === 'applicant' && !offered) return kept;
  return record({ ...kept, account: { ...account, role: 'applicant' } }, 'dismissed', now, 'dismissed');
}

/** What is told about a request of which the account is not the applicant. */
type Told = Pick<Notice, 'id' | 'at' | 'code' | 'facts'>;

/** To the holder of an IIN: an employee has acted for them. The cabinet keeps it; the same one again changes nothing. */
export function tellOfAct({ account, ...password }: Credentials, code: ActCode, told: Told): Credentials {
  const { notices = [], events = [] } = account;
  const id = `${account.id}:${told.id}`;
  if (notices.some((notice) => notice.id === id)) return { account, ...password };
  const email = account.email === undefined ? 'none' : 'pending';
  const all = [...notices, { ...told, id, email, attempts: 0 } satisfies Notice];
  const old = all.filter(isKept).slice(0, -KEPT);
  return {
    ...password,
    account: {
      ...account,
      events: [...events, { at: told.at, code }].slice(-EVENTS),
      notices: all.filter((notice) => !old.includes(notice)),
    },
  };
}

/** To an employee: something waits for them, or waits no more. Mailed and not kept: their list shows what waits. */
export const tellEmployee = (kept: Credentials, { at, code }: Pick<Told, 'at' | 'code'>): Credentials => ({
  ...kept,
  account: { ...kept.account, notices: waitingWith(kept.account, code, new Date(at)) },
});

/**
 * The holder wants their mail at this address: a code is to be mailed there, and nothing else before it was typed in. Without an address
 * nothing is mailed any more.
 */
export function wantMailAt(kept: Credentials, email: string | undefined, now: Date): Credentials | Refusal {
  const account = wantEmail(kept.account, email, now);
  if ('refused' in account) return account;
  if (account === kept.account) return kept;
  const notices = (account.notices ?? []).filter(({ code }) => code !== 'email-code');
  const letter = account.askedEmail ? [noticeOf(account, 'email-code', now.toISOString())] : [];
  const told = [...notices, ...letter];
  return { ...kept, account: told.length > 0 || account.notices ? { ...account, notices: told } : account };
}

/** To an administrator: another one has changed a post. */
export const tellOfPosts = (kept: Credentials, now: Date): Credentials => {
  const { account } = kept;
  return { ...kept, account: { ...account, notices: waitingWith(account, 'posts-changed', now) } };
};

/** An administrator vouched for this person: they keep account and work, but not the password that two people know. */
export function confirm({ account }: Credentials, proof: Proof, now: Date): Credentials {
  const name = nameOf(proof, account.fullName);
  const fullName = provedName(account.fullName, proof);
  const confirmed = { at: now.toISOString(), name };
  return record({ account: { ...account, fullName, confirmed } }, 'confirmed', now, 'account-confirmed');
}

/** Sent only if somebody has vouched for the person. Otherwise anybody could have mail sent to any address. */
export function setPassword({ account }: Credentials, passwordHash: string, now: Date): Credentials {
  return record(
    { account, passwordHash },
    'password-changed',
    now,
    isVouchedFor(account) ? 'password-changed' : undefined,
  );
}

/** Closes the account to everybody. What was filed and decided under its id stays. */
export const close = ({ account }: Credentials, now: Date): Credentials =>
  record({ account: { ...account, closed: now.toISOString() } }, 'closed', now, 'account-closed');

type AccountCode = NonNullable<Account['events']>[number]['code'];

/**
 * Each of these ends all sessions, is recorded in the account's history and is announced by e-mail. However often it
 * happens, account and mail stay bounded: the latest events are kept, and one e-mail of each kind waits.
 */
function record(kept: Credentials, code: AccountCode, now: Date, notice?: NoticeCode): Credentials {
  const generation = (kept.account.generation ?? 0) + 1;
  return note({ ...kept, account: { ...kept.account, generation } }, code, now, notice);
}

/** The same, and sessions go on. */
export function note(
  { account, ...password }: Credentials,
  code: AccountCode,
  now: Date,
  notice?: NoticeCode,
): Credentials {
  const events = [...(account.events ?? []), { at: now.toISOString(), code }].slice(-EVENTS);
  return { ...password, account: { ...account, events, notices: waitingWith(account, notice, now) } };
}

function waitingWith(account: Account, notice: NoticeCode | undefined, now: Date): Notice[] {
  const waiting = (account.notices ?? []).filter(
    (told) => isKept(told) || (told.email !== 'sent' && told.code !== notice),
  );
  const told = notice && account.email !== undefined ? [noticeOf(account, notice, now.toISOString())] : [];
  return [...waiting, ...told];
}

const EVENTS = 20;
/** How many notices of what employees did in somebody's name their cabinet shows. */
export const KEPT = 40;

export const actCodes = ['filed-for-you', 'answered-for-you'] as const satisfies readonly NoticeCode[];
type ActCode = (typeof actCodes)[number];
/** Whether the cabinet shows it also after its mail was sent. */
export const isKept = ({ code }: Pick<Notice, 'code'>): boolean => actCodes.some((each) => each === code);

const noticeOf = ({ id, generation = 0 }: Account, code: NoticeCode, at: string): Notice => ({
  id: `${id}:${generation}:${code}:${at}`,
  ...{ at, code, facts: {}, email: 'pending', attempts: 0 },
});
