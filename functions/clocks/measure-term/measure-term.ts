import type * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { measureTerm as measure } from '../../../lib/domain/request/rows/measure.ts';
import { assertRuns } from '../../../lib/domain/request/rows/taken-back.ts';
import { WorkAhead } from '../../../lib/domain/request/work.ts';

export const input = rowInput(WorkAhead);

interface Needs {
  readonly requests: Pick<Requests, 'find'>;
  readonly findService: FindService;
  readonly now: Date;
}

/**
 * When a people's row that opens now is due. Only definitions of earlier releases call it: in those of today the row before measures
 * (docs/decisions/0049). It can go when `npm run -s running -- --needs` finds none of them any more.
 */
export async function measureTerm(
  task: z.output<typeof input>,
  { requests, findService, now }: Needs,
): Promise<{ dueAt: string; alarmSeconds: number }> {
  const request = await requests.find(task.requestId);
  const service = request && findService(request.service, request.regulationVersion);
  if (!request || !service) throw new Error(`request ${task.requestId} has no service`);
  assertRuns(request);
  return measure(request, service, task.with, now);
}
