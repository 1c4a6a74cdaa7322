import { actOf, changeEach, outcomeOf } from '../../../lib/adapters/http/one-by-one.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import type { Refusal } from '../../../lib/domain/problem/problem.ts';
import { changeAsSigner, type WorkNeeds } from '../../../lib/domain/request/work/change-work.ts';
import { claim } from '../../../lib/domain/request/work/officer.ts';
import type { contract } from './contract.ts';

export async function claimSeveral(
  { body: { work }, language }: Pick<Asked<typeof contract>, 'body' | 'language'>,
  caller: Caller,
  { accounts, ...needs }: WorkNeeds,
): Promise<Answered | Refusal> {
  const { now } = needs;
  // Who claims is the same for all.
  const [account, absences] = await Promise.all([
    accounts.find(caller.account),
    accounts.absencesAt(caller.office ?? ''),
  ]);
  const same = { ...needs, accounts: { find: async () => account, absencesAt: async () => absences } };
  const claimed = await changeEach(work, ({ id }) =>
    changeAsSigner(id, caller, same, (request, officer) => claim(request, officer, now)),
  );
  return {
    body: { work: work.map(({ id }, index) => ({ id, ...outcomeOf(claimed[index]!, language) })) },
    acts: work.map(({ id }, index) => actOf(id, claimed[index]!)),
  };
}
