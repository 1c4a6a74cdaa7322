import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { certificateOf } from '../../../lib/adapters/trust/certificate-of.ts';
import { keepCheck } from '../../../lib/adapters/trust/keep-check.ts';
import type { CheckEds } from '../../../lib/adapters/trust/check-eds.ts';
import { stampSignatures, type Extend } from '../../../lib/adapters/trust/stamp-signatures.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { assertRuns } from '../../../lib/domain/request/rows/taken-back.ts';
import { isSubmitted, type SecondCheck, type SubmittedRequest } from '../../../lib/domain/request/request.ts';
import { expectedOfApplication } from '../../../lib/domain/request/signer.ts';
import { confirmSubmission as confirm, keepSecondCheck, turnAway } from '../../../lib/domain/request/rows/rows.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';
import { unstampedIn, recordStamps } from '../../../lib/domain/signature/stamp.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly documents: Pick<Documents, 'read' | 'write'>;
  readonly checkEds: CheckEds;
  readonly extend: Extend;
  readonly now: Date;
}

/**
 * «Условие 2»: checks the recorded EDS again, for the time of its submission and with today's evidence. So it finds a
 * certificate that was revoked by then but listed later. If the check cannot be made, the machine repeats it; if it fails,
 * the request is turned away. A repeated row keeps the first result. What has passed gets its timestamp, which the row's own write records;
 * if no authority answers, the row goes on, and the sweeper tries again.
 */
export async function confirmSubmission(
  task: z.output<typeof input>,
  { documents, checkEds, extend, ...needs }: Needs,
): Promise<{ outcome: 'confirmed' | 'unconfirmed' }> {
  const request = await needs.requests.find(task.requestId);
  if (!request || !isSubmitted(request)) throw new Error(`request ${task.requestId} has not been submitted`);
  assertRuns(request);
  const found = request.submission.secondCheck ?? (await checkAgain(request, { documents, checkEds, now: needs.now }));
  const passed = found.verdict === 'passed';
  const stamps = await stampSignatures(passed ? unstampedIn(request.submission) : [], { documents, extend });
  await performRow(needs, task, (current, performed) => {
    const checked = keepSecondCheck(current, found);
    return passed
      ? recordStamps(confirm(checked, performed), stamps, needs.now)
      : turnAway(checked, performed, 'eds-unconfirmed');
  });
  return { outcome: passed ? 'confirmed' : 'unconfirmed' };
}

/** Keys of report and evidence contain the evidence's digest, so a repetition never overwrites what a request names. */
async function checkAgain(
  request: SubmittedRequest,
  { documents, checkEds, now }: Omit<Needs, 'requests' | 'extend'>,
): Promise<SecondCheck> {
  const { cmsKey, contentKey, at, signerBin } = request.submission;
  const [cms, content] = await Promise.all([documents.read(cmsKey), documents.read(contentKey)]);
  // As it was at the submission: the BIN of a place may change later.
  const expected = certificateOf(expectedOfApplication(request), signerBin);
  const checked = await checkEds({ cms, content, at: now, receivedAt: new Date(at), expected });
  const { verdict } = checked.report;
  if (verdict === 'indeterminate') throw new Error(`the signature of request ${request.id} cannot be checked now`);
  const made = checked.documents();
  const place = `requests/${request.id}/confirmation/${sha256Hex(Buffer.from(made.evidence))}`;
  return { at: now.toISOString(), verdict, ...(await keepCheck(place, made, documents)) };
}
