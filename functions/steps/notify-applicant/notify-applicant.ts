import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { noticeOf, noticeWith } from '../../../lib/domain/request/notify.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import { appealFact, kindOf, notify } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({}));

/** «Отправка уведомления с выходным документом»: tells applicants that their answer is ready. */
export async function notifyApplicant(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<void> {
  await performRow(needs, task, (request, performed) => {
    if (!isDecided(request)) throw new Error(`request ${request.id} has no result to announce`);
    const kind = kindOf(request.decision);
    const facts = {
      number: request.number,
      ...(request.output && { document: request.output.number }),
      ...(kind === 'refusal' && appealFact(request.office)),
    };
    return notify(request, performed, noticeOf(request, performed, noticeWith[kind], facts));
  });
}
