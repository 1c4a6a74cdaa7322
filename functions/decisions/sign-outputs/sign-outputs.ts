import { actOf, changeEach, outcomeOf } from '../../../lib/adapters/http/one-by-one.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { whileTime } from '../../../lib/adapters/http/while-time.ts';
import { prepareSignature, signOutput, type Ready, type SignNeeds } from '../../../lib/adapters/output/sign-output.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

interface Needs extends SignNeeds {
  readonly clock: () => Date;
}

/** Checking a signature is what costs: before the first it is known which the caller may sign at all. */
export async function signOutputs(
  { body: { work }, language }: Pick<Asked<typeof contract>, 'body' | 'language'>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const ready = await changeEach(work, ({ id, cms }) =>
    prepareSignature(id, Buffer.from(cms, 'base64'), caller, needs),
  );
  const checked = await whileTime(
    ready.filter((each): each is Ready => !isRefusal(each)),
    (each) => signOutput(each, caller, needs),
    needs,
  );
  const signed = ready.map((each) => (isRefusal(each) ? each : checked.shift()!));
  return {
    body: { work: work.map(({ id }, index) => ({ id, ...outcomeOf(signed[index]!, language) })) },
    acts: work.map(({ id }, index) => actOf(id, signed[index]!)),
  };
}
