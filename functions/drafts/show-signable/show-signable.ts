import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Attachments } from '../../../lib/adapters/s3/attachments.ts';
import { judgeScans } from '../../../lib/adapters/s3/judge-scans.ts';
import type { AskScanner } from '../../../lib/adapters/s3/scanner.ts';
import { mayDraft } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { PRESENT, type FindService } from '../../../lib/domain/regulation/cards.ts';
import { findAllowed } from '../../../lib/domain/request/access.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { refuseIncomplete } from '../../../lib/domain/request/draft/complete.ts';
import { isDraft } from '../../../lib/domain/request/request.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import { signableBytes } from '../../../lib/domain/request/submission/submission.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly requests: Pick<Requests, 'find' | 'replace'>;
  readonly attachments: Pick<Attachments, 'describe' | 'read'>;
  readonly askScanner: AskScanner;
  readonly findService: FindService;
  readonly now: Date;
}

export async function showSignable(
  { params }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const { requests, findService, now } = needs;
  const request = await findAllowed(requests, params.id, caller, mayDraft);
  if (isRefusal(request)) return request;
  if (!isDraft(request)) return refuse('request/not-draft');
  const service = findService(request.service, PRESENT);
  if (!service) return refuse('service/unknown');
  const incomplete = refuseIncomplete(request, service, now);
  if (incomplete) return incomplete;
  const scans = await judgeScans(request, needs);
  if (scans) return scans;
  const content = signableBytes(request);
  return { body: { content: Buffer.from(content).toString('base64'), sha256: sha256Hex(content) } };
}
