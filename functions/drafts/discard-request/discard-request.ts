import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Attachments } from '../../../lib/adapters/s3/attachments.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed, ifAllowed } from '../../../lib/domain/request/access.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { discard } from '../../../lib/domain/request/draft/draft.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Requests;
  readonly attachments: Pick<Attachments, 'remove'>;
  readonly now: Date;
}

export async function discardRequest(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, attachments, now }: Needs,
): Promise<Answered | Refusal> {
  const before = await findAllowed(requests, params.id, caller, mayDraft);
  if (isRefusal(before)) return before;
  const discarded = await changeRequest(
    requests,
    params.id,
    ifAllowed(caller, mayDraft, (request) => discard(request, 'discarded', now)),
  );
  if (isRefusal(discarded)) return discarded;
  await Promise.all(before.attachments.map(({ id }) => attachments.remove(params.id, id)));
  return {};
}
