import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { writeOutput, type OutputNeeds } from '../../../lib/adapters/output/write-output.ts';
import { LINK_SECONDS } from '../../../lib/adapters/s3/attachments.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { mayWork } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import { changeAsSigner, type WorkNeeds } from '../../../lib/domain/request/work/change-work.ts';
import { nameSigner } from '../../../lib/domain/request/work/officer.ts';
import { isDecided, type DecidedRequest } from '../../../lib/domain/request/request.ts';
import type { contract } from './contract.ts';

interface Needs extends WorkNeeds, OutputNeeds {
  readonly documents: Pick<Documents, 'has' | 'write' | 'link'>;
  readonly findService: FindService;
}

export async function showOutputSignable(
  { params }: Asked<typeof contract>,
  caller: Caller,
  needs: Needs,
): Promise<Answered | Refusal> {
  const request = await needs.requests.find(params.id);
  if (!request || !mayWork(caller, request)) return refuse('work/unknown');
  if (!isDecided(request) || !request.output?.file) return refuse('output/not-ready');
  const named = isToSign(request, caller) ? await withSigner(request, caller, needs) : request.output.file;
  if (isRefusal(named)) return named;
  const { kind, number } = request.output;
  const url = await needs.documents.link(named.key, `${number}.pdf`);
  return { body: { kind, number, sha256: named.sha256, document: { url, expiresInSeconds: LINK_SECONDS } } };
}

/** Whoever has claimed the signature signs a document that names them; others look at it as it is. */
const isToSign = ({ output, work }: DecidedRequest, { account }: Caller): boolean =>
  work?.task === 'sign' &&
  work.outcome === undefined &&
  work.claimedBy?.account === account &&
  output?.file?.signer !== account;

async function withSigner(request: DecidedRequest, caller: Caller, needs: Needs) {
  const account = await needs.accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const service = needs.findService(request.service, request.regulationVersion);
  if (!service) return refuse('service/unknown');
  const may = await changeAsSigner(request.id, caller, needs, (current) => current);
  if (isRefusal(may)) return may;
  const file = await writeOutput(request, service, needs, account);
  const changed = await changeAsSigner(request.id, caller, needs, (current, officer) =>
    nameSigner(current, file, officer),
  );
  return isRefusal(changed) ? changed : file;
}
