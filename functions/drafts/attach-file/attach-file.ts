import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { LINK_SECONDS, type Attachments } from '../../../lib/adapters/s3/attachments.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { ifAllowed } from '../../../lib/domain/request/access.ts';
import { changeRequest, type Requests } from '../../../lib/domain/request/change.ts';
import { addAttachment } from '../../../lib/domain/request/draft/draft.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Requests;
  readonly attachments: Pick<Attachments, 'uploadLink'>;
  readonly now: Date;
  readonly newId: () => string;
}

export async function attachFile(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  { requests, attachments, now, newId }: Needs,
): Promise<Answered | Refusal> {
  const announced = { ...body, id: newId(), addedAt: now.toISOString() };
  const changed = await changeRequest(
    requests,
    params.id,
    ifAllowed(caller, mayDraft, (request) =>
      sameFile(request.attachments, body) ? request : addAttachment(request, announced, now),
    ),
  );
  if (isRefusal(changed)) return changed;
  const attachment = sameFile(changed.attachments, body) ?? announced;
  const upload = await attachments.uploadLink(params.id, attachment);
  return {
    status: attachment.id === announced.id ? 201 : 200,
    body: { attachment: attachment.id, upload: { ...upload, expiresInSeconds: LINK_SECONDS } },
  };
}

const sameFile = <A extends { name: string; sha256: string }>(known: readonly A[], { name, sha256 }: A | Announced) =>
  known.find((attachment) => attachment.sha256 === sha256 && attachment.name === name);

type Announced = Asked<typeof contract>['body'];
