import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { LINK_SECONDS, type Attachments } from '../../../lib/adapters/s3/attachments.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly attachments: Pick<Attachments, 'downloadLink'>;
}

export async function linkAttachment(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, attachments }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  const attachment = request.attachments.find(({ id }) => id === params.attachment);
  if (!attachment) return refuse('attachment/unknown');
  if (request.scansErasedAt !== undefined) return refuse('attachment/erased');
  return { body: { url: await attachments.downloadLink(request.id, attachment), expiresInSeconds: LINK_SECONDS } };
}
