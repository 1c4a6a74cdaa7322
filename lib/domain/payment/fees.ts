import * as z from 'zod';
import named from '../../../statemachines/fees.json' with { type: 'json' };

/** Days for which an invoice may wait at most: a Standard execution has room for so many questions (statemachines/compile.ts). */
export const LONGEST_DAYS = 20;

/** What a service costs: whole tenge; `days` are calendar days from the invoice until an unpaid request is refused. */
export const Fee = z.strictObject({
  tenge: z.int().positive().max(999_999_999),
  days: z.int().positive().max(LONGEST_DAYS),
  why: z.string().min(1),
});
export type Fee = z.infer<typeof Fee>;

/**
 * People decide which services cost something, and say why. A service that is not named is free, and nobody asks the payments
 * about it. `demo` is for a demonstration alone.
 */
export const Fees = z.strictObject({
  demo: z.record(z.string(), Fee),
  services: z.record(z.string(), Fee),
});
export type Fees = z.infer<typeof Fees>;

export const fees: Fees = Fees.parse(named);

/** Which fees a deployment takes: those that people named, or also those of a demonstration. */
export type TakenFees = 'named' | 'demo';
/** Undefined if the service is free. */
export type FeeOf = (service: string) => Fee | undefined;

export const feesBy =
  (taken: TakenFees, { services, demo }: Fees = fees): FeeOf =>
  (service) =>
    services[service] ?? (taken === 'demo' ? demo[service] : undefined);
