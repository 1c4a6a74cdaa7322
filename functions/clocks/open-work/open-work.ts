import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { openWork as open } from '../../../lib/domain/request/rows/rows.ts';
import { Amount } from '../../../lib/domain/regulation/term.ts';
import { workers } from '../../../lib/domain/regulation/words.ts';
import { Task } from '../../../lib/domain/request/work.ts';

export const input = rowInput(
  z.object({
    task: Task,
    by: z.enum(workers),
    term: Amount.optional(),
    extendable: Amount.optional(),
    dueAt: z.iso.datetime(),
    token: z.string(),
  }),
);

/** Begins a people's row, or renews its wait: the office sees the open work, which has the machine's token. */
export async function openWork(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<void> {
  await performRow(needs, task, (request, performed) => open(request, performed, task.with));
}
