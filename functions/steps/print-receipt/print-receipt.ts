import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isNumbered } from '../../../lib/domain/request/request.ts';
import { recordAnswer } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({}));

/**
 * «Выдача талона / расписки»: the history says from when on the visitor holds the receipt with the number of his
 * request and the day on which it is due. The paper itself is `GET /requests/{id}/receipt`: all that it says stands in
 * the request.
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
