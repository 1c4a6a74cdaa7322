import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Attempts } from '../../../lib/adapters/identity/attempts.ts';
import type { Grants } from '../../../lib/adapters/identity/grants.ts';
import type { Sessions } from '../../../lib/adapters/identity/sessions.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Credentials } from '../../../lib/domain/identity/account.ts';
import { setPassword } from '../../../lib/domain/identity/changes.ts';
import { passwordErrors } from '../../../lib/domain/identity/new-account.ts';
import { decoyHash, hashPassword, matchesPassword } from '../../../lib/domain/identity/password.ts';
import { isSessionOf } from '../../../lib/domain/identity/session.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'credentialsOf' | 'change'>;
  readonly attempts: Attempts;
  readonly sessions: Pick<Sessions, 'live'>;
  readonly grants: Pick<Grants, 'start'>;
  readonly now: Date;
  readonly newSalt: () => Uint8Array;
}

export async function changePassword(
  { body, sourceIp }: Pick<Asked<typeof contract>, 'body' | 'sourceIp'>,
  caller: Caller,
  { accounts, attempts, sessions, grants, now, newSalt }: Needs,
): Promise<Answered | Refusal> {
  const before = await accounts.credentialsOf(caller.account);
  const session = await sessions.live(caller.session, now);
  if (!before || !session || !isSessionOf(session, before.account)) return refuse('access/unauthenticated');
  const errors = passwordErrors(body.newPassword, before.account.iin, '/newPassword');
  if (errors.length > 0) return refuse('input/invalid', { errors });
  const refused =
    session.method === 'eds'
      ? undefined
      : await checkOld(body.oldPassword, before, attempts, { address: sourceIp, now });
  if (refused) return refused;

  const hash = await hashPassword(body.newPassword, newSalt());
  const changed = await accounts.change(before.account.id, (kept) => {
    // The SDK repeats a put whose answer was lost.
    if (kept.passwordHash === hash) return kept;
    return isSessionOf(session, kept.account) ? setPassword(kept, hash, now) : refuse('session/expired');
  });
  if (isRefusal(changed)) return changed;
  // The next session counts as one by password, even if the person signed in by EDS to set it.
  return { body: await grants.start(changed.account, 'password', now, session.as) };
}

async function checkOld(
  typed: string | undefined,
  { account, passwordHash }: Credentials,
  attempts: Attempts,
  { address, now }: { readonly address: string; readonly now: Date },
): Promise<Refusal | undefined> {
  if (typed === undefined) return refuse('account/old-password');
  const attempt = { iin: account.iin, address };
  const locked = await attempts.take(attempt, now);
  if (locked) return locked;
  if (await matchesPassword(typed, passwordHash ?? decoyHash)) {
    await attempts.forget(attempt, now);
    return undefined;
  }
  await attempts.fail(attempt, now);
  return refuse('account/old-password');
}
