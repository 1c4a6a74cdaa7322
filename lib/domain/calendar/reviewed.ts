import { isoFromDay } from './day.ts';
import type { Office } from './office.ts';
import { kazakhstan } from './working-days.ts';
import { localOf } from './zone.ts';

/** Days before the end of the reviewed years from which operators are told: half a year. */
export const REVIEW_NOTICE_DAYS = 184;

/** Whole days from an instant's day in Almaty to the last reviewed one; negative beyond it. */
export const reviewedDaysLeft = (now: Date, { lastReviewed } = kazakhstan): number =>
  lastReviewed - localOf(now.getTime(), 'Asia/Almaty').day;

/** A due time as it is kept and told. */
export interface DueTime {
  /** UTC instant. */
  readonly dueAt: string;
  /**
   * The year with which the reviewed calendar ends, of a due time beyond it: it is provisional, as days that will be free
   * may not be known, and is computed again when they are (functions/clocks/recompute-deadlines).
   */
  readonly calendarUntil?: string;
}

/** Marks a due time that lies beyond the reviewed years of the calendar by which it was computed. */
export function markDue(due: Date, { zone, workingDays: { lastReviewed } }: Office): DueTime {
  const dueAt = due.toISOString();
  if (localOf(due.getTime(), zone).day <= lastReviewed) return { dueAt };
  return { dueAt, calendarUntil: isoFromDay(lastReviewed).slice(0, 4) };
}
