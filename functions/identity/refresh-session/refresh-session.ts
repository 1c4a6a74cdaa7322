import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Grants } from '../../../lib/adapters/identity/grants.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { contract } from './contract.ts';

export async function refreshSession(
  { body }: Pick<Asked<typeof contract>, 'body'>,
  { grants, now }: { readonly grants: Pick<Grants, 'renew'>; readonly now: Date },
): Promise<Answered | Refusal> {
  const grant = await grants.renew(body.refreshToken, now);
  return isRefusal(grant) ? grant : { body: grant };
}
