import * as z from 'zod';
import { dayOf, writeShortDay } from '../language/dates.ts';
import { refuse, type Refusal } from '../problem/problem.ts';
import type { ServiceCard } from './cards.ts';
import reviewed from '../../../statemachines/offered.json' with { type: 'json' };

/** First and, if known, last day on which a service is offered, both included. */
export const Period = z.strictObject({ from: z.iso.date(), until: z.iso.date().optional() });
export type Period = z.infer<typeof Period>;

const Reviewed = z.strictObject({ why: z.string() }).extend(Period.shape);
/** People decide which services are offered, and say why. A service that is not named has the period of `otherwise`. */
export const Offered = z.strictObject({ otherwise: Reviewed, services: z.record(z.string(), Reviewed) });
export type Offered = z.infer<typeof Offered>;

export const offered: Offered = Offered.parse(reviewed);

export function offeredIn(service: string, { services, otherwise }: Offered = offered): Period {
  const { from, until } = services[service] ?? otherwise;
  return { from, ...(until && { until }) };
}

/** @param day ISO day in the zone of the service's offices */
export const isOfferedOn = (day: string, { from, until }: Period): boolean =>
  from <= day && (until === undefined || day <= until);

/** "01.07.2012 – 31.12.2013", "01.01.2030 –": the same in both languages. */
export const writePeriod = ({ from, until }: Period): string =>
  [writeShortDay(from), '–', ...(until ? [writeShortDay(until)] : [])].join(' ');

/** Refuses to begin or submit a draft on a day (in the offices' zone) on which the service is not offered. */
export function refuseUnoffered({ zone }: Pick<ServiceCard, 'zone'>, period: Period, now: Date): Refusal | undefined {
  if (isOfferedOn(dayOf(now.toISOString(), zone), period)) return undefined;
  return refuse('service/not-in-force', { facts: { period: writePeriod(period) } });
}
