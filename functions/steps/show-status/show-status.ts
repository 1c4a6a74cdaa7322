import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { noticeOf } from '../../../lib/domain/request/notify.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isNumbered, StatusName, ViewName } from '../../../lib/domain/request/request.ts';
import { showStatus as show } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({ view: ViewName, status: StatusName }));

/** «Отображение статуса»: sets what one information system shows; applicants are told of a new status in their cabinet. */
export async function showStatus(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<void> {
  const { view, status } = task.with;
  await performRow(needs, task, (request, performed) => {
    const told = view === 'portal' && status === 'in-progress' && isNumbered(request);
    const notice = told ? noticeOf(request, performed, 'taken-into-work', { number: request.number }) : undefined;
    return show(request, performed, view, status, notice);
  });
}
