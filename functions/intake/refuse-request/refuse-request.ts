import * as z from 'zod';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { TurnedAway } from '../../../lib/domain/request/request.ts';
import { turnAway } from '../../../lib/domain/request/rows/rows.ts';

export const input = rowInput(z.object({ because: TurnedAway }));

/** «Формирование сообщения об отказе в запрашиваемой электронной государственной услуге»: by a system, with its reason. */
export async function refuseRequest(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<void> {
  await performRow(needs, task, (request, performed) => turnAway(request, performed, task.with.because));
}
