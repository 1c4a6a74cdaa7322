import * as z from 'zod';
import type { Gateways } from '../../../lib/adapters/gateways/gateways.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { askInRow } from '../../../lib/domain/request/rows/perform-row.ts';

export const input = rowInput(z.object({}));

interface Needs {
  readonly requests: Requests;
  readonly gateways: Pick<Gateways, 'isDue'>;
  readonly now: Date;
}

/** Asks the payment gateway whether a payment is due: `paid` if none is, else `unpaid`. */
export const checkPayment = (task: z.output<typeof input>, { gateways, ...needs }: Needs) =>
  askInRow(needs, task, {
    code: 'payment-checked',
    ask: async ({ id, service, applicant }) => ({
      answer: (await gateways.isDue(id, service, applicant.iin)) ? 'unpaid' : 'paid',
    }),
  });
