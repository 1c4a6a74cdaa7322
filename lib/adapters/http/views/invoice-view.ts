import * as z from 'zod';
import { writeMoney } from '../../../domain/language/number-words.ts';
import { InvoiceState, stateOf, type Invoice } from '../../../domain/payment/invoice.ts';
import { invoiceStates } from '../../../domain/payment/words.ts';
import { ShownInstant } from './shown-instant.ts';
import { ShownText } from './shown-text.ts';

/** «Счёт», «история оплаты»: what the request costs, by which number it is paid, and when it was. */
export const InvoiceView = z
  .object({
    number: z.string().meta({ description: 'By which people pay it' }),
    tenge: z.int().meta({ description: 'Whole tenge' }),
    sum: ShownText.meta({ description: 'In digits and words' }),
    madeAt: ShownInstant,
    until: ShownInstant.meta({
      format: 'date-time',
      description: 'From then on it cannot be paid, and the request is refused',
    }),
    state: InvoiceState,
    stateText: ShownText,
    paidAt: ShownInstant.optional(),
  })
  .meta({ id: 'Invoice' });

export function viewInvoice(invoice: Invoice, now: Date): z.infer<typeof InvoiceView> {
  const { number, tenge, at, until, paidAt } = invoice;
  const state = stateOf(invoice, now);
  return {
    ...{ number, tenge, sum: writeMoney(tenge), madeAt: at, until, state, stateText: invoiceStates[state] },
    ...(paidAt !== undefined && { paidAt }),
  };
}
