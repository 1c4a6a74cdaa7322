import * as z from 'zod';
import { workingTimeLeft } from '../../../domain/calendar/calendar.ts';
import { findService } from '../../../domain/regulation/cards.ts';
import type { Where } from '../../../domain/regulation/open-hours.ts';
import { calendarOf } from '../../../domain/request/calendar-of.ts';
import type { Line } from '../../../domain/request/line.ts';

export const WorkingTime = z.string().meta({
  format: 'duration',
  example: 'P1DT2H5M',
  description:
    "The office's own time until the due time (ISO 8601, whole minutes): days are its working days, hours and minutes " +
    'run while it is open. `PT0M` when nothing is left',
});

/** By the hours of the place. */
export function officeTime(line: Pick<Line, 'service' | 'regulationVersion'>, where: Where, due: string, now: Date) {
  return workingTimeLeft(now, new Date(due), calendarOf(line, where, findService));
}
