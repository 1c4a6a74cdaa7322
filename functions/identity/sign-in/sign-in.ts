import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import type { Attempts } from '../../../lib/adapters/identity/attempts.ts';
import type { Grants } from '../../../lib/adapters/identity/grants.ts';
import { aboutSession } from '../../../lib/domain/identity/session.ts';
import { decoyHash, matchesPassword } from '../../../lib/domain/identity/password.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'findCredentials'>;
  readonly attempts: Attempts;
  readonly grants: Pick<Grants, 'start'>;
  readonly now: Date;
}

/**
 * An unknown IIN, or an account that only an EDS opens, goes through the same steps as a wrong password: count, look up,
 * hash, count as wrong, refuse with the same words.
 */
export async function signIn(
  { body: { iin, password, as }, sourceIp: address }: Pick<Asked<typeof contract>, 'body' | 'sourceIp'>,
  { accounts, attempts, grants, now }: Needs,
): Promise<Answered | Refusal> {
  const attempt = { iin, address };
  const locked = await attempts.take(attempt, now);
  if (locked) return { ...locked, about: { account: (await accounts.findCredentials(iin))?.account.id } };
  const credentials = await accounts.findCredentials(iin);
  const right = await matchesPassword(password, credentials?.passwordHash ?? decoyHash);
  if (!right || credentials?.passwordHash === undefined) {
    await attempts.fail(attempt, now);
    return refuse('session/refused', { about: { account: credentials?.account.id } });
  }
  await attempts.forget(attempt, now);
  const { account } = credentials;
  return { body: await grants.start(account, 'password', now, as), about: aboutSession(account, as) };
}
