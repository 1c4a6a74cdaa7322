import { refuse, type Refusal } from '../problem/problem.ts';
import type { NoticeCode } from '../notice/codes.ts';
import type { Notice } from '../notice/notice.ts';
import { isVouchedFor, type Account, type Credentials, type Person } from './account.ts';
import { nameOf, provedName, type Proof } from './proved-name.ts';

/** The account in which an EDS has proved its holder, in place of one that anybody may have registered. */
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
 * The account of a person for whom an administrator vouches, in place of one that anybody may have registered. It has
 * no password, and none of what was begun in the other.
 */
export const successorOf = (id: string, { id: formerly }: Account, by: Employment): Account => ({
  ...by.person,
  ...{ id, role: 'applicant', formerly, createdAt: by.at.toISOString(), createdBy: by.administrator },
});

/** Nobody enters the account any more; who registered it is told at the address that he gave. */
export const oust = ({ account }: Credentials, heir: string, now: Date, notice: NoticeCode): Credentials =>
  record({ account: { ...account, heir } }, 'taken-over', now, notice);

/** What an administrator says of a person whom he gives a post. */
export interface Employment {
  readonly person: Person;
  readonly post: Pick<Account, 'role' | 'office' | 'position'>;
  /** Of the password that the administrator chose, if he did. */
  readonly passwordHash: string | undefined;
  readonly administrator: string;
  readonly at: Date;
}

/**
 * An applicant becomes an employee in his own account. Whom an EDS has proved keeps his name, contacts and password; of
 * somebody else the administrator's word is taken, and no password is left but the one that he chose.
 */
export function hire(kept: Credentials, by: Employment): Credentials | Refusal {
  const { account } = kept;
  const { administrator: createdBy, at, person, post, passwordHash } = by;
  // A put whose answer was lost is sent again by the SDK.
  const isDone = account.events?.some((event) => event.code === 'hired' && event.at === at.toISOString());
  if (isDone && account.createdBy === createdBy) return kept;
  const isOpen = account.role === 'applicant' && account.closed === undefined && account.heir === undefined;
  if (!isOpen || !isVouchedFor(account)) return refuse('account/exists');
  const own = account.confirmed ? kept : { account: { ...account, ...person }, passwordHash };
  return record({ ...own, account: { ...own.account, ...post, createdBy } }, 'hired', at, 'account-hired');
}

/** An administrator has vouched for the person: account and work stay his, the password that two people know does not. */
export function confirm({ account }: Credentials, proof: Proof, now: Date): Credentials {
  const name = nameOf(proof, account.fullName);
  const fullName = provedName(account.fullName, proof);
  const confirmed = { at: now.toISOString(), name };
  return record({ account: { ...account, fullName, confirmed } }, 'confirmed', now, 'account-confirmed');
}

/** Told only where somebody has vouched for the person: otherwise anybody could have any address written to. */
export function setPassword({ account }: Credentials, passwordHash: string, now: Date): Credentials {
  return record(
    { account, passwordHash },
    'password-changed',
    now,
    isVouchedFor(account) ? 'password-changed' : undefined,
  );
}

/** Nobody enters the account any more; what was filed and decided under its id stays. */
export const close = ({ account }: Credentials, now: Date): Credentials =>
  record({ account: { ...account, closed: now.toISOString() } }, 'closed', now, 'account-closed');

type AccountCode = NonNullable<Account['events']>[number]['code'];

/**
 * Each of these ends all sessions, stands in the account's history and is told by e-mail. Who may do it as often as he
 * likes makes neither the account nor the mail grow: the latest events are kept, and one e-mail of each kind waits.
 */
function record({ account, ...password }: Credentials, code: AccountCode, now: Date, notice?: NoticeCode): Credentials {
  const at = now.toISOString();
  const generation = (account.generation ?? 0) + 1;
  const events = [...(account.events ?? []), { at, code }].slice(-EVENTS);
  const waiting = (account.notices ?? []).filter((told) => told.email === 'pending' && told.code !== notice);
  const told = notice && account.email !== undefined ? [noticeOf(account.id, generation, notice, at)] : [];
  return { ...password, account: { ...account, generation, events, notices: [...waiting, ...told] } };
}

const EVENTS = 20;

const noticeOf = (account: string, generation: number, code: NoticeCode, at: string): Notice => ({
  id: `${account}:${generation}:${code}`,
  ...{ at, code, facts: {}, email: 'pending', attempts: 0 },
});
