import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { LINK_SECONDS } from '../../../lib/adapters/s3/attachments.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { mayWork } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly documents: Pick<Documents, 'link'>;
}

export async function showOutputSignable(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, documents }: Needs,
): Promise<Answered | Refusal> {
  const request = await requests.find(params.id);
  if (!request || !mayWork(caller, request)) return refuse('work/unknown');
  if (!isDecided(request) || !request.output?.file) return refuse('output/not-ready');
  const { kind, number, file } = request.output;
  const url = await documents.link(file.key, `${number}.pdf`);
  return { body: { kind, number, sha256: file.sha256, document: { url, expiresInSeconds: LINK_SECONDS } } };
}
