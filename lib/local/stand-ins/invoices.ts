import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import { InvoiceNumber, type InvoiceState } from '../../domain/payment/invoice.ts';

/** What an invoice is asked for; its answer has no person. */
export const Bill = z.strictObject({
  request: z.string(),
  service: z.string(),
  iin: z.string(),
  tenge: z.int().positive(),
  until: z.iso.datetime(),
});

const Kept = z.object({
  number: InvoiceNumber,
  request: z.string(),
  tenge: z.int(),
  until: z.string(),
  paidAt: z.string().optional(),
});
type Kept = z.infer<typeof Kept>;

/** How a payment ended: the invoice is unknown, its time is over, or it is paid, now or before. */
export type Payment =
  'unknown' | 'expired' | { readonly number: string; readonly tenge: number; readonly paidAt: string };

/**
 * The payments' invoices: one for each request, however often it is asked for. They lie in a file, so that they outlive a restart;
 * without one they are forgotten.
 */
export function keepInvoices(clock: () => Date, file?: string) {
  const kept: Kept[] = file !== undefined && existsSync(file) ? z.array(Kept).parse(readJson(file)) : [];
  const save = () => {
    if (file === undefined) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(kept, null, 2));
  };
  const stateOf = ({ paidAt, until }: Kept): InvoiceState =>
    paidAt !== undefined ? 'paid' : Date.parse(until) <= clock().getTime() ? 'expired' : 'open';

  return {
    make({ request, tenge, until }: z.output<typeof Bill>) {
      let found = kept.find((each) => each.request === request);
      if (!found) {
        found = { number: `DEMO-${String(kept.length + 1).padStart(6, '0')}`, request, tenge, until };
        kept.push(found);
        save();
      }
      return { number: found.number, tenge: found.tenge, until: found.until };
    },
    /** Of an invoice that nobody has made, nobody has paid either. */
    find(number: string) {
      const found = kept.find((each) => each.number === number);
      const state = found ? stateOf(found) : 'open';
      return state === 'paid' ? { state, paidAt: found!.paidAt! } : { state };
    },
    pay(number: string): Payment {
      const found = kept.find((each) => each.number === number);
      if (!found) return 'unknown';
      if (stateOf(found) === 'expired') return 'expired';
      found.paidAt ??= clock().toISOString();
      save();
      return { number, tenge: found.tenge, paidAt: found.paidAt };
    },
    all: (): readonly Kept[] => kept,
  };
}
export type Invoices = ReturnType<typeof keepInvoices>;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
