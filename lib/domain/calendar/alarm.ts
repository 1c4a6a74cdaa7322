import { dueAt, workingMinutesBetween } from './due.ts';
import { dayLength, isOpenOn, openingOn, type Interval, type Office } from './office.ts';
import { localOf } from './zone.ts';

export interface Alarm {
  readonly at: Date;
  readonly kind: 'reminder' | 'escalation';
}

/**
 * The next time to tell somebody about open work: when a quarter of its office time is left (at most a day), when it is
 * due, and then at the opening of every working day until it is done.
 */
export function nextAlarm(
  { openedAt, dueAt: due, now }: { readonly openedAt: Date; readonly dueAt: Date; readonly now: Date },
  office: Office,
  suspensions: readonly Interval[] = [],
): Alarm {
  const whole = workingMinutesBetween(openedAt, due, office, suspensions);
  const reminder = dueAt(
    openedAt,
    { value: whole - Math.min(whole / 4, dayLength(office)), unit: 'minute' },
    office,
    suspensions,
  );
  if (now < reminder && reminder < due) return { at: reminder, kind: 'reminder' };
  if (now < due) return { at: due, kind: 'escalation' };
  return { at: nextOpening(now, office), kind: 'escalation' };
}

function nextOpening(now: Date, office: Office): Date {
  let { day } = localOf(now.getTime(), office.zone);
  while (!isOpenOn(office, day) || openingOn(office, day) <= now.getTime()) day += 1;
  return new Date(openingOn(office, day));
}

/** Whole seconds between two instants, at least one: a machine that waits zero seconds would loop. */
export const secondsBetween = (from: Date, to: Date): number =>
  Math.max(1, Math.ceil((to.getTime() - from.getTime()) / 1000));
