import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { recordAnswer } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({}));

/**
 * «Выдача талона / расписки»: records when the visitor got the receipt, which names the request's number and due day. The
 * paper itself is `GET /requests/{id}/receipt`; everything on it comes from the request.
 */
export async function printReceipt(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<void> {
  await performRow(needs, task, (request, performed) => {
    if (!isNumbered(request)) throw new Error(`request ${request.id} has no number to print`);
    return recordAnswer(request, performed, 'receipt-printed', request.number);
  });
}
