import type { Language } from '../../lib/domain/language/bilingual.ts';
import { dayOf, localOf, writeDay } from '../../lib/domain/language/dates.ts';
import { days } from './words.ts';
import { useText } from '../state/language.ts';
import { fill } from '../texts/text.ts';

/** "today, 09:21", "tomorrow, 09:21", "30 November 2026, 09:21", in the office's time zone. */
export function writeWhen(instant: string, language: Language, now: Date, zone?: string): string {
  const [day, time] = localOf(instant, zone);
  const dayAfter = (n: number) => dayOf(new Date(now.getTime() + n * 86_400_000).toISOString(), zone);
  const named = day === dayAfter(0) ? days.today : day === dayAfter(1) ? days.tomorrow : undefined;
  const said = named ? named[language] : writeDay(day, language);
  return fill(days.at, language, { day: said, time });
}

export function useWhen() {
  const { language } = useText();
  return (instant: string, zone?: string) => writeWhen(instant, language, new Date(), zone);
}
