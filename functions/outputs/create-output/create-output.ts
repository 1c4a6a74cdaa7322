import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import { writeOutput, type OutputNeeds } from '../../../lib/adapters/output/write-output.ts';
import type { FindService } from '../../../lib/domain/regulation/cards.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { isDecided } from '../../../lib/domain/request/request.ts';
import { createOutput as create } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({}));

interface Needs extends OutputNeeds {
  readonly requests: Requests;
  readonly findService: FindService;
  readonly now: Date;
}

/**
 * «Создание выходного документа»: makes the PDF as it is before anybody has claimed its signature. A repeated row makes the same file. Whoever claims
 * the signature gets it with their name and post (`GET /work/{id}/output`).
 */
export async function createOutput(task: z.output<typeof input>, needs: Needs): Promise<void> {
  const request = await needs.requests.find(task.requestId);
  const service = request && needs.findService(request.service, request.regulationVersion);
  if (!request || !service || !isDecided(request)) throw new Error(`request ${task.requestId} has no output to create`);
  const file = await writeOutput(request, service, needs);
  await performRow(needs, task, (current, performed) => create(current, performed, file));
}
