import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import type { Refusals } from '../../../lib/adapters/s3/refusals.ts';
import type { CheckEds } from '../../../lib/adapters/trust/check-eds.ts';
import type { BinOf } from '../../../lib/adapters/trust/office-numbers.ts';
import { checkSigned } from '../../../lib/adapters/trust/check-signed.ts';
import type { Caller } from '../../../lib/domain/access/roles.ts';
import { isRefusal, refuse, type Refusal } from '../../../lib/domain/problem/problem.ts';
import {
  changeAsSigner,
  changeWork,
  signalOutcome,
  type Signals,
  type WorkNeeds,
} from '../../../lib/domain/request/work/change-work.ts';
import { officerOf } from '../../../lib/domain/request/work/officer-of.ts';
import { recordRefusedOutput, signOutput as sign } from '../../../lib/domain/request/work/officer.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import { expectedOf } from '../../../lib/domain/request/signer.ts';
import { viewRequest } from '../../../lib/adapters/http/views/request-view.ts';
import type { contract } from './contract.ts';

interface Needs extends WorkNeeds {
  readonly documents: Pick<Documents, 'read' | 'write'>;
  readonly refused: Pick<Refusals, 'write'>;
  readonly machines: Signals;
  readonly checkEds: CheckEds;
  readonly binOf: BinOf;
}

export async function signOutput(
  { params, body }: Asked<typeof contract>,
  caller: Caller,
  { machines, documents, refused, checkEds, binOf, ...needs }: Needs,
): Promise<Answered | Refusal> {
  const { now } = needs;
  const account = await needs.accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const request = await changeAsSigner(params.id, caller, needs, (current) => current);
  if (isRefusal(request)) return request;
  if (!isDecided(request) || request.output?.file?.signer !== caller.account) return refuse('output/not-ready');

  const cms = Buffer.from(body.cms, 'base64');
  const content = await documents.read(request.output.file.key);
  const checked = await checkSigned(
    {
      ...{ content, cms, expected: expectedOf(account, caller) },
      ...{ folder: `requests/${request.id}/output`, contentKey: request.output.file.key },
    },
    { documents, refused, checkEds, binOf, now },
  );
  if ('refusal' in checked) {
    const recorded = await changeWork(params.id, caller, needs, (current, officer) =>
      recordRefusedOutput(current, checked, officer, now),
    );
    await checked.keep(recorded);
    return checked.refusal;
  }
  const { cmsKey: key, cmsSha256, reportKey, evidenceKey, at } = await checked.keep();
  const signature = { ...{ key, cmsSha256, reportKey, evidenceKey, at }, by: officerOf(account) };
  const signed = await changeAsSigner(params.id, caller, needs, (current, officer) =>
    sign(current, signature, officer, now),
  );
  if (isRefusal(signed)) return signed;
  await signalOutcome(signed, machines);
  return { body: viewRequest(signed, now, caller) };
}
