import { kazakhstan } from './working-days.ts';
import { localOf } from './zone.ts';

/** Days before the end of the reviewed years from which operators are told: half a year. */
export const REVIEW_NOTICE_DAYS = 184;

/** Whole days from an instant's day in Almaty to the last reviewed one; negative beyond it. */
export const reviewedDaysLeft = (now: Date, { lastReviewed } = kazakhstan): number =>
  lastReviewed - localOf(now.getTime(), 'Asia/Almaty').day;
