import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { route } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({ to: z.array(z.string()).min(1) }));

/** «Маршрутизация»: the request, or a change of its status, reaches the other systems. */
export async function routeRequest(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<void> {
  await performRow(needs, task, (request, performed) => route(request, performed, task.with.to));
}
