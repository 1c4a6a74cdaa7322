import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';

/** The number by which an invoice is paid, as the payments give it. */
export const InvoiceNumber = z.string().regex(/^[A-Za-z0-9-]{1,40}$/);

/** An invoice as the payments make it: whole tenge, and the moment from which they take no money for it. */
export const Billed = z.object({
  number: InvoiceNumber,
  tenge: z.int().positive().max(999_999_999),
  until: Instant,
});
export type Billed = z.infer<typeof Billed>;

/** «Счёт»: what the request costs, and when it was paid. */
export const Invoice = Billed.extend({ at: Instant, paidAt: Instant.optional() });
export type Invoice = z.infer<typeof Invoice>;

export const InvoiceState = z.enum(['open', 'expired', 'paid']);
export type InvoiceState = z.infer<typeof InvoiceState>;

/** As pages show it. `expired`: the time to pay is over; the refusal follows when the payments have said so, too. */
export const stateOf = ({ until, paidAt }: Invoice, now: Date): InvoiceState =>
  paidAt !== undefined ? 'paid' : Date.parse(until) <= now.getTime() ? 'expired' : 'open';

const SHORTEST_S = 10;
const LONGEST_S = 15 * 60;

/**
 * Seconds until the payments are asked again: often at first, when people pay, then a tenth of the invoice's age, at most a
 * quarter of an hour, and once when the time to pay is over.
 */
export function pauseOf({ at, until }: Pick<Invoice, 'at' | 'until'>, now: Date): number {
  const age = (now.getTime() - Date.parse(at)) / 1000;
  const left = Math.ceil((Date.parse(until) - now.getTime()) / 1000);
  const pause = Math.min(LONGEST_S, Math.max(SHORTEST_S, Math.floor(age / 10)));
  return left > 0 ? Math.min(left, pause) : SHORTEST_S;
}
