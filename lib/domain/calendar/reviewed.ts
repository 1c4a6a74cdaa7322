import { isoFromDay } from './day.ts';
import type { Office } from './office.ts';
import { kazakhstan } from './working-days.ts';
import { localOf } from './zone.ts';

/** Operators are warned this many days before the reviewed years end: half a year. */
export const REVIEW_NOTICE_DAYS = 184;

/** Whole days from an instant's day in Almaty to the last reviewed one; negative beyond it. */
export const reviewedDaysLeft = (now: Date, { lastReviewed } = kazakhstan): number =>
  lastReviewed - localOf(now.getTime(), 'Asia/Almaty').day;

/** A due time as it is stored and announced. */
export interface DueTime {
  /** UTC instant. */
  readonly dueAt: string;
  /**
   * The last reviewed year, if the due time lies beyond it. Such a due time is provisional: days that will be free may not
   * be known yet. It is computed again when they are (functions/clocks/recompute-deadlines).
   */
  readonly calendarUntil?: string;
}

/** Marks a due time that lies beyond the reviewed years of the calendar by which it was computed. */
export function markDue(due: Date, { zone, workingDays: { lastReviewed } }: Office): DueTime {
  const dueAt = due.toISOString();
  if (localOf(due.getTime(), zone).day <= lastReviewed) return { dueAt };
  return { dueAt, calendarUntil: isoFromDay(lastReviewed).slice(0, 4) };
}
