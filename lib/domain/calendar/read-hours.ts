import type { OfficeHours } from './office.ts';

const time = String.raw`(\d{1,2})[.:](\d{2})`;
const span = new RegExp(String.raw`с ${time} до ${time}`, 'gu');

const minutes = (hours = '', rest = ''): number => Number(hours) * 60 + Number(rest);

/**
 * Hours as the directories write them: «Ежедневно с 9.00 до 18.00 часов, перерыв с 13.00 до 14.30, выходной-воскресенье».
 * The first span is the day, the second the break. Saturday is worked if the days of rest are named without it. Undefined
 * if they cannot be read, or if the day or its break ends before it begins.
 */
export function readHours(text: string): OfficeHours | undefined {
  const [day, pause, ...more] = [...text.matchAll(span)].map(([, ...at]) => ({
    from: minutes(at[0], at[1]),
    to: minutes(at[2], at[3]),
  }));
  if (!day || more.length > 0 || day.to > 24 * 60 || day.from >= day.to) return undefined;
  if (pause && (pause.from >= pause.to || pause.from < day.from || pause.to > day.to)) return undefined;
  const [, rest] = /выходн[а-я]*(?: дни)?\s*[-–—:]?\s*(.*)$/u.exec(text) ?? [];
  return {
    open: day.from,
    close: day.to,
    ...(pause && { pause }),
    ...(rest !== undefined && !rest.includes('суббота') && { saturday: true }),
  };
}
