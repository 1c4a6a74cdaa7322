import { z } from 'zod';
import { rowInput } from '../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { performRow } from '../../lib/domain/request/perform-row.ts';
import { isSubmitted } from '../../lib/domain/request/request.ts';
import { confirmSubmission as confirm } from '../../lib/domain/request/rows.ts';

export const input = rowInput(z.object({}));

/**
 * The machine's first word: the application was checked and signed before it was recorded. A request that is not
 * submitted has nothing to run on, and the machine ends.
 */
export async function confirmSubmission(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<{ outcome: 'confirmed' | 'unconfirmed' }> {
  const request = await needs.requests.find(task.requestId);
  if (!request || !isSubmitted(request)) return { outcome: 'unconfirmed' };
  await performRow(needs, task, confirm);
  return { outcome: 'confirmed' };
}
