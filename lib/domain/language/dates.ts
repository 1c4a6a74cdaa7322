import type { Language } from './bilingual.ts';

const months = {
  kk: 'қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан'.split(' '),
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' '),
};
/** «шілдедегі»: the ending follows the vowels of the month, so it is a table. */
const ofMonths =
  'қаңтардағы ақпандағы наурыздағы сәуірдегі мамырдағы маусымдағы шілдедегі тамыздағы қыркүйектегі қазандағы қарашадағы желтоқсандағы'.split(
    ' ',
  );

/** Kazakhstan has kept one zone, UTC+5, since 2024-03-01. */
const defaultZone = 'Asia/Almaty';

function read(day: string): { year: number; month: number; date: number } {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || month > 12 || !date) throw new RangeError('not an ISO day');
  return { year, month: month - 1, date };
}

/** ISO day → "2026 жылғы 18 шілде", "18 июля 2026 года". */
export function writeDay(day: string, language: Language): string {
  const { year, month, date } = read(day);
  return language === 'kk' ? `${year} жылғы ${date} ${months.kk[month]}` : `${date} ${months.ru[month]} ${year} года`;
}

/** ISO day → "2026 жылғы 18 шілдедегі", "от 18 июля 2026 года": follows the name of the document with that date. */
export function writeOfDay(day: string, language: Language): string {
  const { year, month, date } = read(day);
  return language === 'kk' ? `${year} жылғы ${date} ${ofMonths[month]}` : `от ${writeDay(day, 'ru')}`;
}

/** ISO day → "18.07.2026", as the decrees' forms write dates. */
export const writeShortDay = (day: string): string => {
  read(day);
  return day.split('-').reverse().join('.');
};

/** By zone, of which regions have seven: making a format takes 25 times as long as using it. */
const formats: Record<string, Intl.DateTimeFormat> = {};

/** A UTC instant as its day and time in the office's zone: "2026-07-18", "14:30". */
export function localOf(instant: string, timeZone = defaultZone): [day: string, time: string] {
  const format = (formats[timeZone] ??= new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  }));
  return format.format(new Date(instant)).split(' ') as [string, string];
}

/** The day on which a UTC instant falls in the office's zone. */
export const dayOf = (instant: string, zone?: string): string => localOf(instant, zone)[0];

/** Whole years from one ISO day to another: a person born on 29 February is a year older on 1 March. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** UTC instant → "2026 жылғы 18 шілде, сағат 14:30", "18 июля 2026 года, 14:30", in the office's zone. */
export function writeInstant(instant: string, language: Language, zone?: string): string {
  const [day, time] = localOf(instant, zone);
  return `${writeDay(day, language)}, ${language === 'kk' ? 'сағат ' : ''}${time}`;
}
