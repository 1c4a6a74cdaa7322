import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { linkIssued } from '../../../lib/adapters/output/issued-output.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { mayRead } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { deliveredOf } from '../../../lib/domain/request/request.ts';
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
  const [latest, ...earlier] = await Promise.all(deliveredOf(request).map((output) => linkIssued(output, documents)));
  if (!latest) return refuse('output/not-ready');
  return { body: { ...latest, ...(earlier.length > 0 && { earlier }) } };
}
