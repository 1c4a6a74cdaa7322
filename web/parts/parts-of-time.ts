/** From this number of one unit on, the next smaller unit is left out. */
const MANY = 3;

/** As exact as people need: with many days no hours, with many hours no minutes. */
export function partsOf(duration: string): readonly (readonly [unit: 'business_day' | 'hour' | 'minute', n: number])[] {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  const parts = [
    ['business_day', Number(days ?? 0)],
    ['hour', Number(hours ?? 0)],
    ['minute', Number(minutes ?? 0)],
  ] as const;
  const first = parts.findIndex(([, n]) => n > 0);
  if (first < 0) return [];
  return parts.slice(first, parts[first]![1] > MANY ? first + 1 : first + 2).filter(([, n]) => n > 0);
}
