import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { openWork as open } from '../../../lib/domain/request/rows/rows.ts';
import { readyNotice } from '../../../lib/domain/request/ready.ts';
import { whereWorks } from '../../../lib/domain/request/where.ts';
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

/**
 * Begins a people's row, or renews its wait: the office sees the open work, which has the machine's token. When a result is to be handed
 * over, the applicant is told where.
 */
export async function openWork(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<void> {
  const { task: what, by } = task.with;
  await performRow(needs, task, (request, performed) => {
    const ready = what === 'hand-over' ? readyNotice(request, performed, whereWorks(request, by).code) : undefined;
    return open(request, performed, task.with, ready);
  });
}
