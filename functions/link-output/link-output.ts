import type { Answered, Asked } from '../../lib/adapters/http/serve.ts';
import { LINK_SECONDS } from '../../lib/adapters/s3/attachments.ts';
import type { Documents } from '../../lib/adapters/s3/documents.ts';
import { mayRead } from '../../lib/domain/access/ownership.ts';
import type { Caller } from '../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../lib/domain/request/access.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { signedOf } from '../../lib/domain/request/output.ts';
import { isDecided } from '../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly documents: Pick<Documents, 'link'>;
}

export async function linkOutput(
  { params }: Asked<typeof contract>,
  caller: Caller,
  { requests, documents }: Needs,
): Promise<Answered | Refusal> {
  const request = await findAllowed(requests, params.id, caller, mayRead);
  if (isRefusal(request)) return request;
  const output = isDecided(request) ? request.output : undefined;
  if (!output?.deliveredAt || !output.file || !signedOf(output)) return refuse('output/not-ready');
  const link = async (key: string, fileName: string) => ({
    url: await documents.link(key, fileName),
    expiresInSeconds: LINK_SECONDS,
  });
  return {
    body: {
      kind: output.kind,
      number: output.number,
      sha256: output.file.sha256,
      document: await link(output.file.key, `${output.number}.pdf`),
      ...(output.signature && { signature: await link(output.signature.key, `${output.number}.p7s`) }),
    },
  };
}
