/** The working calendar of Kazakhstan: terms, office time and alarms. Pure: instants in, instants out. */
export { nextAlarm, secondsBetween, type Alarm } from './alarm.ts';
export { dayFromIso, isoFromDay, type Day } from './day.ts';
export { dueAfter, dueAt, workingMinutesBetween, type Span, type Unit } from './due.ts';
export {
  departmentHours,
  departmentIn,
  openIntervals,
  type Interval,
  type Office,
  type OfficeHours,
} from './office.ts';
export { markDue, REVIEW_NOTICE_DAYS, reviewedDaysLeft, type DueTime } from './reviewed.ts';
export { workingTimeLeft } from './time-left.ts';
export { kazakhstan, workingDays, type WorkingDays } from './working-days.ts';
export { type Zone } from './zone.ts';
