import * as z from 'zod';
import { dayOf, writeShortDay } from '../language/dates.ts';
import { refuse, type Refusal } from '../problem/problem.ts';
import type { ServiceCard } from './cards.ts';
import reviewed from '../../../statemachines/offered.json' with { type: 'json' };

/** First and, if known, last day on which a service is offered, both included. */
export const Period = z.strictObject({ from: z.iso.date(), until: z.iso.date().optional() });
export type Period = z.infer<typeof Period>;

const Reviewed = z.strictObject({ why: z.string().min(1) }).extend(Period.shape);
/**
 * `despite`: the ground on which a service is offered although its regulation was repealed or removed from its decree.
 */
const Named = Reviewed.extend({ despite: z.string().min(1).optional() });
/** People decide which services are offered, and say why. `demo` is the period of all others in a demonstration; elsewhere they are not offered. */
export const Offered = z.strictObject({ demo: Reviewed, services: z.record(z.string(), Named) });
export type Offered = z.infer<typeof Offered>;

export const offered: Offered = Offered.parse(reviewed);

/** What a deployment offers: the services that people named, or every one, for a demonstration. */
export type Offers = 'named' | 'all';
/** The days on which a service is offered; undefined if it is not offered at all. */
export type OfferedIn = (service: string) => Period | undefined;

export const offeredBy =
  (offers: Offers, { services, demo }: Offered = offered): OfferedIn =>
  (service) => {
    const found = services[service] ?? (offers === 'all' ? demo : undefined);
    return found && { from: found.from, ...(found.until && { until: found.until }) };
  };

/** @param day ISO day in the zone of the service's offices */
export const isOfferedOn = (day: string, period: Period | undefined): boolean =>
  period !== undefined && period.from <= day && (period.until === undefined || day <= period.until);

/** "01.07.2012 – 31.12.2013", "01.01.2030 –": the same in both languages. */
export const writePeriod = ({ from, until }: Period): string =>
  [writeShortDay(from), '–', ...(until ? [writeShortDay(until)] : [])].join(' ');

/** Refuses to begin or submit a draft of a service that is not offered, or on a day (in the offices' zone) on which it is not. */
export function refuseUnoffered(
  { zone }: Pick<ServiceCard, 'zone'>,
  period: Period | undefined,
  now: Date,
): Refusal | undefined {
  if (period === undefined) return refuse('service/not-offered');
  if (isOfferedOn(dayOf(now.toISOString(), zone), period)) return undefined;
  return refuse('service/not-in-force', { facts: { period: writePeriod(period) } });
}
