import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Attachments } from '../../../lib/adapters/s3/attachments.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { ifAllowed } from '../../../lib/domain/request/access.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { removeAttachment as remove } from '../../../lib/domain/request/draft/draft.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Requests;
  readonly attachments: Pick<Attachments, 'remove'>;
  readonly now: Date;
}

export async function removeAttachment(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, attachments, now }: Needs,
): Promise<Answered | Refusal> {
  const changed = await changeRequest(
    requests,
    params.id,
    ifAllowed(caller, mayDraft, (request) => remove(request, params.attachment, now)),
  );
  if (isRefusal(changed)) return changed;
  await attachments.remove(params.id, params.attachment);
  return {};
}
