import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Documents } from '../../../lib/adapters/s3/documents.ts';
import { keepCheck } from '../../../lib/adapters/trust/keep-check.ts';
import type { CheckEds } from '../../../lib/adapters/trust/check-eds.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isSubmitted, type SecondCheck, type SubmittedRequest } from '../../../lib/domain/request/request.ts';
import { confirmSubmission as confirm, keepSecondCheck, turnAway } from '../../../lib/domain/request/rows/rows.ts';
import { sha256Hex } from '../../../lib/domain/digest/sha256.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly documents: Pick<Documents, 'read' | 'write'>;
  readonly checkEds: CheckEds;
  readonly now: Date;
}

/**
 * «Условие 2»: the recorded EDS is checked once more, at the time of its submission and with the evidence of now — a
 * certificate that had been revoked by then is found although its list came later. What cannot be checked is repeated
 * by the machine; what fails turns the request away. What was found once is what is found again.
 */
export async function confirmSubmission(
  task: z.output<typeof input>,
  { documents, checkEds, ...needs }: Needs,
): Promise<{ outcome: 'confirmed' | 'unconfirmed' }> {
  const request = await needs.requests.find(task.requestId);
  if (!request || !isSubmitted(request)) throw new Error(`request ${task.requestId} has not been submitted`);
  const found = request.submission.secondCheck ?? (await checkAgain(request, { documents, checkEds, now: needs.now }));
  const passed = found.verdict === 'passed';
  await performRow(needs, task, (current, performed) => {
    const checked = keepSecondCheck(current, found);
    return passed ? confirm(checked, performed) : turnAway(checked, performed, 'eds-unconfirmed');
  });
  return { outcome: passed ? 'confirmed' : 'unconfirmed' };
}

const inItsName = { role: 'organisation' } as const;

/** Report and evidence lie under the evidence's own digest: a repetition never writes over what a request names. */
async function checkAgain(
  request: SubmittedRequest,
  { documents, checkEds, now }: Omit<Needs, 'requests'>,
): Promise<SecondCheck> {
  const { cmsKey, contentKey, at, signerIin, signerBin } = request.submission;
  const [cms, content] = await Promise.all([documents.read(cmsKey), documents.read(contentKey)]);
  // As it was at the submission: the BIN of a place may change later.
  const expected = { iin: signerIin, ...(signerBin && { bin: signerBin }), ...(request.filedBy && inItsName) };
  const checked = await checkEds({ cms, content, at: now, receivedAt: new Date(at), expected });
  const { verdict } = checked.report;
  if (verdict === 'indeterminate') throw new Error(`the signature of request ${request.id} cannot be checked now`);
  const made = checked.documents();
  const place = `requests/${request.id}/confirmation/${sha256Hex(Buffer.from(made.evidence))}`;
  return { at: now.toISOString(), verdict, ...(await keepCheck(place, made, documents)) };
}
