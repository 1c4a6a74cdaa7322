import { refuse, type Refusal } from '../problem/problem.ts';
import type { NoticeCode } from '../notice/codes.ts';
import type { Notice } from '../notice/notice.ts';
import { isVouchedFor, type Account, type Credentials, type Person } from './account.ts';
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

/** Closes the account to everybody. The person who registered it is told at the address that they gave. */
export const oust = ({ account }: Credentials, heir: string, now: Date, notice: NoticeCode): Credentials =>
  record({ account: { ...account, heir } }, 'taken-over', now, notice);

/** What an administrator says about a person who gets a post. */
export interface Employment {
  readonly person: Person;
  readonly post: Pick<Account, 'role' | 'office' | 'position'>;
  /** Of the password that the administrator chose, if any. */
  readonly passwordHash: string | undefined;
  readonly administrator: string;
  readonly at: Date;
}

/**
 * An applicant becomes an employee in their own account. If an EDS has proved them, they keep name, contacts and
 * password. Otherwise the administrator's data replace theirs, and the only password is the one the administrator chose.
 */
export function hire(kept: Credentials, by: Employment): Credentials | Refusal {
  const { account } = kept;
  const { administrator: createdBy, at, person, post, passwordHash } = by;
  // The SDK repeats a put whose answer was lost.
  const isDone = account.events?.some((event) => event.code === 'hired' && event.at === at.toISOString());
  if (isDone && account.createdBy === createdBy) return kept;
  const isOpen = account.role === 'applicant' && account.closed === undefined && account.heir === undefined;
  if (!isOpen || !isVouchedFor(account)) return refuse('account/exists');
  const own = account.confirmed ? kept : { account: { ...account, ...person }, passwordHash };
  return record({ ...own, account: { ...own.account, ...post, createdBy } }, 'hired', at, 'account-hired');
}

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
function record({ account, ...password }: Credentials, code: AccountCode, now: Date, notice?: NoticeCode): Credentials {
  const at = now.toISOString();
  const generation = (account.generation ?? 0) + 1;
  const events = [...(account.events ?? []), { at, code }].slice(-EVENTS);
  const waiting = (account.notices ?? []).filter((told) => told.email !== 'sent' && told.code !== notice);
  const told = notice && account.email !== undefined ? [noticeOf(account.id, generation, notice, at)] : [];
  return { ...password, account: { ...account, generation, events, notices: [...waiting, ...told] } };
}

const EVENTS = 20;

const noticeOf = (account: string, generation: number, code: NoticeCode, at: string): Notice => ({
  id: `${account}:${generation}:${code}`,
  ...{ at, code, facts: {}, email: 'pending', attempts: 0 },
});
