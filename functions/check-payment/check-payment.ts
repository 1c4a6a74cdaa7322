import * as z from 'zod';
import type { Gateways } from '../../lib/adapters/gateways/gateways.ts';
import { rowInput } from '../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../lib/domain/request/change.ts';
import { performRow } from '../../lib/domain/request/perform-row.ts';
import { answerOf, recordAnswer } from '../../lib/domain/request/rows.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly gateways: Pick<Gateways, 'isDue'>;
  readonly now: Date;
}

/** The payment gateway is asked whether anything is due: `paid` when nothing is, else `unpaid`. */
export async function checkPayment(
  task: z.output<typeof input>,
  { requests, gateways, now }: Needs,
): Promise<{ outcome: string }> {
  const request = await requests.find(task.requestId);
  if (!request) throw new Error(`there is no request ${task.requestId}`);
  const due = await gateways.isDue(request.id, request.service, request.applicant.iin);
  const checked = await performRow({ requests, now }, task, (current, performed) =>
    recordAnswer(current, performed, 'payment-checked', due ? 'unpaid' : 'paid'),
  );
  return { outcome: answerOf(checked, { row: task.row.state, at: now }, 'payment-checked') ?? 'unpaid' };
}
