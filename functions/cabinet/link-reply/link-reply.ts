import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { viewTimestamp } from '../../../lib/adapters/http/views/timestamp-view.ts';
import { LINK_SECONDS } from '../../../lib/adapters/s3/attachments.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { isOpen } from '../../../lib/domain/request/complaint/complaint.ts';
import { seesComplaints } from '../../../lib/domain/request/ownership.ts';
import { complaintsOf } from '../../../lib/domain/request/request.ts';
import { handedOut } from '../../../lib/domain/signature/stamp.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly documents: Pick<Documents, 'link'>;
}

/** Only what is signed. */
export async function linkReply(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, documents }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, seesComplaints);
  if (isRefusal(request)) return request;
  const complaint = complaintsOf(request).find(({ id }) => id === params.complaint);
  if (!complaint) return refuse('complaint/unknown');
  if (isOpen(complaint)) return refuse('output/not-ready');
  const { number, file, signature } = complaint.reply;
  const link = async (key: string, name: string) => ({
    url: await documents.link(key, name),
    expiresInSeconds: LINK_SECONDS,
  });
  return {
    body: {
      number,
      sha256: file.sha256,
      document: await link(file.key, `${number}.pdf`),
      signature: await link(handedOut(signature), `${number}.p7s`),
      ...viewTimestamp(signature),
    },
  };
}
