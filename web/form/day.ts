/** Day, month and year in three fields. */
export type DayParts = readonly [day: string, month: string, year: string];

/** "2023-03-15" → "15", "03", "2023"; also for an incomplete day. */
export function splitDay(value: string): DayParts {
  const [year = '', month = '', day = ''] = value.split('-');
  return [day, month, year];
}

/** Three fields → an ISO day, or the part of it that there is; empty if all three are. */
export function joinDay([day, month, year]: DayParts): string {
  if (day === '' && month === '' && year === '') return '';
  const two = (part: string) => (part === '' ? '' : part.padStart(2, '0'));
  return `${year}-${two(month)}-${two(day)}`;
}
