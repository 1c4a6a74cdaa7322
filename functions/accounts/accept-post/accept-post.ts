import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewStaff } from '../../../lib/adapters/http/views/staff-view.ts';
import type { Accounts } from '../../../lib/adapters/identity/accounts.ts';
import { tellAdministrators } from '../../../lib/adapters/identity/tell-administrators.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import type { CheckEds } from '../../../lib/adapters/trust/check-eds.ts';
import { checkSigned } from '../../../lib/adapters/trust/check-signed.ts';
import type { BinOf } from '../../../lib/adapters/trust/office-numbers.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { confirm, takePost } from '../../../lib/domain/identity/changes.ts';
import { postBytes } from '../../../lib/domain/identity/post-statement.ts';
import { servesOffice } from '../../../lib/domain/identity/workplaces.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { expectedOf } from '../../../lib/domain/request/signer.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly accounts: Pick<Accounts, 'find' | 'change' | 'listStaff'>;
  readonly documents: Pick<Documents, 'write'>;
  readonly checkEds: CheckEds;
  readonly binOf: BinOf;
  readonly now: Date;
}

/** The signature and its check are kept before the post works. An account that no EDS had proved is proved by this one. */
export async function acceptPost(
  { body }: Pick<Asked<typeof contract>, 'body'>,
  caller: Caller,
  { accounts, ...needs }: Needs,
): Promise<Answered | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account?.offered) return refuse('post/none');
  const { offered, iin } = account;
  const checked = await checkSigned(
    {
      ...{ content: postBytes(account, offered), cms: Buffer.from(body.cms, 'base64') },
      expected: servesOffice(offered.role) ? expectedOf(account, offered) : { iin },
      folder: `accounts/${account.id}/posts/${offered.at}`,
    },
    // What a post was accepted with is no document: it gets no timestamp (docs/decisions/0047).
    { ...needs, stamps: false },
  );
  if (!('report' in checked)) return checked.refusal;
  await checked.keep();
  const identity = checked.report.signers.find((signer) => signer.identity?.iin === iin)?.identity;
  const taken = await accounts.change(account.id, (kept) => {
    const proved = kept.account.confirmed ? kept : confirm(kept, { ...identity, iin }, needs.now);
    return takePost(proved, offered.at, needs.now);
  });
  if (isRefusal(taken)) return taken;
  await tellAdministrators(account.id, { accounts, now: needs.now });
  return { body: viewStaff(taken.account), about: { subject: account.id } };
}
