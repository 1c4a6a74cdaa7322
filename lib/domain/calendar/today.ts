import { instantOf, localOf } from './zone.ts';

/** The midnight that ends the day of an instant, by the clocks of the capital. */
export function endOfToday(now: Date): Date {
  const zone = 'Asia/Almaty';
  return new Date(instantOf(localOf(now.getTime(), zone).day + 1, 0, zone));
}
