import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { keepCheck } from '../../../lib/adapters/trust/keep-check.ts';
import { refuseReport, type CheckEds } from '../../../lib/adapters/trust/check-eds.ts';
import { mayWork } from '../../../lib/domain/request/ownership.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import { refuseInterested } from '../../../lib/domain/request/access.ts';
import {
  changeWork,
  signalOutcome,
  type Signals,
  type WorkNeeds,
} from '../../../lib/domain/request/work/change-work.ts';
import { officerOf } from '../../../lib/domain/request/work/officer-of.ts';
import { signOutput as sign } from '../../../lib/domain/request/work/officer.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import { expectedOf } from '../../../lib/domain/request/signer.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

interface Needs extends WorkNeeds {
  readonly documents: Pick<Documents, 'read' | 'write'>;
  readonly machines: Signals;
  readonly checkEds: CheckEds;
}

export async function signOutput(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  { now, machines, documents, checkEds, ...needs }: Needs,
): Promise<Answered | Refusal> {
  const account = await needs.accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const request = await needs.requests.find(params.id);
  if (!request || !mayWork(caller, request)) return refuse('work/unknown');
  const interested = refuseInterested(caller, account, request);
  if (interested) return interested;
  if (!isDecided(request) || !request.output?.file) return refuse('output/not-ready');

  const cms = Buffer.from(body.cms, 'base64');
  const content = await documents.read(request.output.file.key);
  const checked = await checkEds({ cms, content, at: now, expected: expectedOf(account, caller) });
  const refusal = refuseReport(checked.report);
  if (refusal) return refusal;
  const cmsSha256 = sha256Hex(cms);
  const place = `requests/${request.id}/output/${cmsSha256}`;
  const signature = {
    key: `${place}/signature.p7s`,
    ...(await keepCheck(place, checked.documents(), documents)),
    cmsSha256,
    at: now.toISOString(),
    by: officerOf(account),
  };
  await documents.write(signature.key, cms, 'application/pkcs7-signature');
  const signed = await changeWork(params.id, caller, needs, (current, officer) =>
    sign(current, signature, officer, now),
  );
  if (isRefusal(signed)) return signed;
  await signalOutcome(signed, machines);
  return { body: viewRequest(signed, now) };
}
