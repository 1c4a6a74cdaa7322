import type { NoticeCode } from '../notice/codes.ts';
import type { Notice } from '../request/notice-to-send.ts';
import type { Account, Credentials } from './account.ts';
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

/** Nobody enters the account any more; who registered it is told at the address that he gave. */
export const oust = ({ account }: Credentials, heir: string, now: Date): Credentials =>
  record({ account: { ...account, heir } }, 'taken-over', now, 'account-taken-over');

/** An administrator has vouched for the person: account and work stay his, the password that two people know does not. */
export function confirm({ account }: Credentials, proof: Proof, now: Date): Credentials {
  const name = nameOf(proof, account.fullName);
  const fullName = provedName(account.fullName, proof);
  const confirmed = { at: now.toISOString(), name };
  return record({ account: { ...account, fullName, confirmed } }, 'confirmed', now, 'account-confirmed');
}

/** Told only where somebody has vouched for the person: otherwise anybody could have any address written to. */
export function setPassword({ account }: Credentials, passwordHash: string, now: Date): Credentials {
  const vouched = account.confirmed !== undefined || account.createdBy !== undefined;
  return record({ account, passwordHash }, 'password-changed', now, vouched ? 'password-changed' : undefined);
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
