import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { measureTerm } from '../../../lib/domain/request/rows/measure.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { openWork as open } from '../../../lib/domain/request/rows/rows.ts';
import { beginMailing } from '../../../lib/domain/request/mailing/mailing.ts';
import { readyNotice } from '../../../lib/domain/request/ready.ts';
import type { Request } from '../../../lib/domain/request/request.ts';
import { whereWorks } from '../../../lib/domain/request/where.ts';
import { Amount } from '../../../lib/domain/regulation/term.ts';
import { workers } from '../../../lib/domain/regulation/words.ts';
import { Task, type WorkAhead } from '../../../lib/domain/request/work.ts';

export const input = rowInput(
  z.object({
    task: Task,
    by: z.enum(workers),
    term: Amount.optional(),
    extendable: Amount.optional(),
    /** Only definitions of earlier releases send it. */
    dueAt: z.iso.datetime().optional(),
    token: z.string(),
  }),
);

/**
 * Begins a people's row, or renews its wait: the office sees the open work, which has the machine's token. When a result is to be handed
 * over, the applicant is told where, or it is mailed.
 */
export async function openWork(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly findService: FindService; readonly now: Date },
): Promise<void> {
  const { ahead } = task;
  const { task: what, by, term } = task.with;
  await performRow(needs, task, (request, performed) => {
    const ready = what === 'hand-over' ? readyNotice(request, performed, whereWorks(request, by).code) : undefined;
    const dueAt = task.with.dueAt ?? dueOf(request, term && { by, term }, needs);
    const opened = open(request, performed, { ...task.with, dueAt, ahead }, ready);
    return what === 'hand-over' ? beginMailing(opened, performed) : opened;
  });
}

/** The term begins when the work opens; a renewed wait keeps the due time of its work. */
function dueOf(
  request: Request,
  work: WorkAhead | undefined,
  { findService, now }: { readonly findService: FindService; readonly now: Date },
): string {
  const service = findService(request.service, request.regulationVersion);
  if (!service || !work) throw new Error(`request ${request.id} has no service, or its work no term`);
  return measureTerm(request, service, work, now).dueAt;
}
