import { z } from 'zod';
import { rowInput } from '../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { performRow } from '../../lib/domain/request/perform-row.ts';
import { isDecided } from '../../lib/domain/request/request.ts';
import { close } from '../../lib/domain/request/rows.ts';

export const input = rowInput(z.object({}));

/** The last row has been performed: answers how the request ended. One that was never decided ends as it stands. */
export async function closeRequest(
  task: z.output<typeof input>,
  needs: { readonly requests: Requests; readonly now: Date },
): Promise<{ outcome: string }> {
  const request = await needs.requests.find(task.requestId);
  if (!request || !isDecided(request)) return { outcome: request?.state ?? 'unknown' };
  const closed = await performRow(needs, task, close);
  return { outcome: closed.state };
}
