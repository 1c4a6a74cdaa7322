import * as z from 'zod';
import { rowInput } from '../../lib/adapters/machine/serve-row.ts';
import type { Documents } from '../../lib/adapters/s3/documents.ts';
import type { CheckEds } from '../../lib/adapters/trust/check-eds.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { performRow } from '../../lib/domain/request/perform-row.ts';
import { isSubmitted, signerIinOf } from '../../lib/domain/request/request.ts';
import { confirmSubmission as confirm, turnAway } from '../../lib/domain/request/rows.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly documents: Pick<Documents, 'read'>;
  readonly checkEds: CheckEds;
  readonly now: Date;
}

/**
 * «Условие 2»: the recorded EDS is checked once more, at the time of its submission and with the evidence of now — a
 * certificate that had been revoked by then is found although its list came later. What cannot be checked is repeated
 * by the machine; what fails turns the request away.
 */
export async function confirmSubmission(
  task: z.output<typeof input>,
  { documents, checkEds, ...needs }: Needs,
): Promise<{ outcome: 'confirmed' | 'unconfirmed' }> {
  const request = await needs.requests.find(task.requestId);
  if (!request || !isSubmitted(request)) throw new Error(`request ${task.requestId} has not been submitted`);
  const { cmsKey, contentKey, at } = request.submission;
  const [cms, content] = await Promise.all([documents.read(cmsKey), documents.read(contentKey)]);
  const expected = { iin: signerIinOf(request) };
  const checked = await checkEds({ cms, content, at: needs.now, receivedAt: new Date(at), expected });
  const { verdict } = checked.report;
  if (verdict === 'indeterminate') throw new Error(`the signature of request ${request.id} cannot be checked now`);
  if (verdict === 'passed') {
    await performRow(needs, task, confirm);
    return { outcome: 'confirmed' };
  }
  await performRow(needs, task, (current, performed) => turnAway(current, performed, 'eds-unconfirmed'));
  return { outcome: 'unconfirmed' };
}
