import type { Digest } from '../../../lib/adapters/dynamo/table-secret.ts';
import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { readMailedKey } from '../../../lib/domain/mailing/address.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { disown } from '../../../lib/domain/request/address/typed-address.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly digestOf: Digest;
  readonly now: Date;
}

/** The key has 256 random bits: nobody finds one by trying, and a wrong one costs one read. */
export async function disownAddress(
  { body: { key } }: Asked<typeof contract>,
  { requests, digestOf, now }: Needs,
): Promise<Answered | Refusal> {
  const mailed = readMailedKey(key);
  if (!mailed) return refuse('mailing/unknown');
  const digest = await digestOf(mailed.secret);
  const changed = await changeRequest(requests, mailed.request, (request) => disown(request, digest, now));
  if (isRefusal(changed)) return changed.refused === 'request/unknown' ? refuse('mailing/unknown') : changed;
  return { body: { request: changed.id }, about: { request: changed.id } };
}
