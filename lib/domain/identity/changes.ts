import type { NoticeCode } from '../notice/codes.ts';
import type { Account, Credentials } from './account.ts';
import { agreesWith, nameOf, type Proof } from './proved-name.ts';

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
  record({ account: { ...account, heir } }, 'taken-over', 'account-taken-over', now);

/** An administrator has vouched for the person: account and work stay his, the password that two people know does not. */
export function confirm({ account }: Credentials, proof: Proof, now: Date): Credentials {
  const name = nameOf(proof, account.fullName);
  const fullName = agreesWith(account.fullName, name) ? account.fullName : name;
  const confirmed = { at: now.toISOString(), name };
  return record({ account: { ...account, fullName, confirmed } }, 'confirmed', 'account-confirmed', now);
}

export const setPassword = ({ account }: Credentials, passwordHash: string, now: Date): Credentials =>
  record({ account, passwordHash }, 'password-changed', 'password-changed', now);

/** Nobody enters the account any more; what was filed and decided under its id stays. */
export const close = ({ account }: Credentials, now: Date): Credentials =>
  record({ account: { ...account, closed: now.toISOString() } }, 'closed', 'account-closed', now);

/** Each of these ends all sessions, stands in the account's history and is told by e-mail. */
function record(
  { account, ...password }: Credentials,
  code: NonNullable<Account['events']>[number]['code'],
  notice: NoticeCode,
  now: Date,
): Credentials {
  const at = now.toISOString();
  const generation = (account.generation ?? 0) + 1;
  const email = account.email === undefined ? 'none' : 'pending';
  const told = {
    id: `${account.id}:${generation}:${notice}`,
    at,
    code: notice,
    facts: {},
    email,
    attempts: 0,
  } as const;
  const events = [...(account.events ?? []), { at, code }];
  return { ...password, account: { ...account, generation, events, notices: [...(account.notices ?? []), told] } };
}
