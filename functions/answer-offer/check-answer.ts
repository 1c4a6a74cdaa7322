import type { Documents } from '../../lib/adapters/s3/documents.ts';
import { keepCheck } from '../../lib/adapters/s3/keep-check.ts';
import { refuseReport, type CheckEds } from '../../lib/adapters/trust/check-eds.ts';
import type { Refusal } from '../../lib/domain/problem/problem.ts';
import { changeRequest, type Requests } from '../../lib/domain/request/change.ts';
import type { Answer, Offer, SignedAnswer } from '../../lib/domain/request/offer.ts';
import type { NumberedRequest } from '../../lib/domain/request/request.ts';
import type { ExpectedSigner } from '../../lib/domain/request/signer.ts';
import { sha256Hex } from '../../lib/domain/request/submission.ts';
import { answerBytes } from '../../lib/domain/request/written-answer.ts';
import { recordRefusedAnswer } from '../../lib/domain/request/queue.ts';

export interface CheckNeeds {
  readonly requests: Requests;
  readonly documents: Pick<Documents, 'write'>;
  readonly checkEds: CheckEds;
  readonly now: Date;
}

/**
 * «Письменное согласие», «письменный отказ»: the EDS over the answer's bytes, by the rules of a submission. Report and
 * evidence are kept before the request says that it was answered, and also of a signature that is refused.
 */
export async function checkAnswer(
  request: NumberedRequest,
  offer: Offer,
  { answer, cms }: { readonly answer: Answer; readonly cms: Uint8Array },
  { account, ...expected }: ExpectedSigner & { readonly account: string },
  { requests, documents: store, checkEds, now }: CheckNeeds,
): Promise<SignedAnswer | Refusal> {
  const content = answerBytes(request, offer, answer, expected.iin);
  const { report, documents } = await checkEds({ cms, content, at: now, expected });
  const cmsSha256 = sha256Hex(cms);
  const place = `requests/${request.id}/offers/${offer.id}/${cmsSha256}`;
  const kept = await keepCheck(place, documents(), store);
  const refusal = refuseReport(report);
  if (refusal) {
    const checks = report.signers.flatMap((signer) => signer.checks).concat(report.checks);
    const failed = checks.filter(({ status }) => status === 'failed').map(({ code }) => code);
    await changeRequest(requests, request.id, (current) => recordRefusedAnswer(current, offer.id, failed, now));
    return refusal;
  }
  const [contentKey, cmsKey] = [`${place}/content.json`, `${place}/signature.p7s`];
  await store.write(contentKey, content, 'application/json');
  await store.write(cmsKey, cms, 'application/pkcs7-signature');
  const digests = { contentSha256: sha256Hex(content), cmsSha256 };
  return { at: now.toISOString(), by: account, signerIin: expected.iin, ...digests, contentKey, cmsKey, ...kept };
}
