import type { Digest } from '../../../lib/adapters/dynamo/table-secret.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { codeDigest } from '../../../lib/adapters/identity/code-digest.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { viewAccount } from '../../../lib/domain/identity/account.ts';
import { tryCode } from '../../../lib/domain/identity/asked-email.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'change'>;
  readonly digestOf: Digest;
  readonly now: Date;
}

/** Each attempt is written before it is told whether it was right, so that many at once are counted one by one. */
export async function confirmEmail(
  { body: { code } }: Asked<typeof contract>,
  caller: Caller,
  { accounts, digestOf, now }: Needs,
): Promise<Answered | Refusal> {
  const asked = (await accounts.find(caller.account))?.askedEmail;
  if (!asked) return refuse('email/not-asked');
  const digest = await codeDigest(digestOf, caller.account, asked.email, code);
  let refusal: Refusal | undefined;
  const changed = await accounts.change(caller.account, (kept) => {
    const tried = tryCode(kept.account, digest, now);
    ({ refusal } = tried);
    return tried.account === kept.account ? kept : { ...kept, account: tried.account };
  });
  if (isRefusal(changed)) return changed;
  return refusal ?? { body: viewAccount(changed.account) };
}
