import * as z from 'zod';
import { units, type Unit } from './words.ts';

export const Amount = z.strictObject({ value: z.number().positive(), unit: z.enum(units) });
export type Amount = z.infer<typeof Amount>;

/** A term as the source writes it and as values. `extended` is the longest time after a permitted extension. */
export interface Term {
  readonly text: string;
  readonly min?: Amount;
  readonly max?: Amount;
  readonly extended?: Amount;
}

// "10–15 секунд", "От 15 до 30 календарных дней", "Не более 1,5 минуты", "3 рабочих дня", "Три рабочих дня", "до 6 мес."
const word = '(\\d+(?:,\\d+)?|од(?:ин|на|ного|ной)|двух|два|три|трех|пяти|семи|девяти|десяти|пятнадцати|двадцати двух)';
const unit =
  '(сек(?:\\.|унд[аы]?)?|мин(?:\\.|ут[аы]?)?|час(?:а|ов)?|рабоч(?:ий|их|его) дн(?:я|ей)|рабочий день|' +
  'календарн(?:ый|ых|ого) (?:день|дн(?:я|ей))|дн(?:я|ей)|день|мес(?:\\.|яц(?:а|ев)?)?)';
const range = new RegExp(`(?:от )?${word}(?:\\s*${unit})?\\s*(?:[-–—]|до)\\s*${word}\\s*${unit}`, 'u');
// "Не более минуты", "В течение рабочего дня" mean one.
const one = '(?:не более|в течение) (?<one>минуты|часа|(?:рабочего )?дня)';
const single = new RegExp(`${word}(?:-х|-ти|-и)?\\s*${unit}|${one}`, 'gu');

const numbers: Readonly<Record<string, number>> = {
  один: 1,
  одна: 1,
  одного: 1,
  одной: 1,
  два: 2,
  двух: 2,
  три: 3,
  трех: 3,
  пяти: 5,
  семи: 7,
  девяти: 9,
  десяти: 10,
  пятнадцати: 15,
  'двадцати двух': 22,
};
const numberOf = (text: string): number => numbers[text] ?? Number(text.replace(',', '.'));

const unitOf = (text: string): Unit =>
  text.startsWith('сек')
    ? 'second'
    : text.startsWith('мин')
      ? 'minute'
      : text.startsWith('час')
        ? 'hour'
        : text.startsWith('рабоч')
          ? 'business_day'
          : text.startsWith('календ')
            ? 'calendar_day'
            : text.startsWith('мес')
              ? 'month'
              : 'day';

/** Roughly how long a unit is; used only to find the longer of two amounts. */
const seconds: Readonly<Record<Unit, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  business_day: 86_400,
  calendar_day: 86_400,
  month: 2_592_000,
};

const exception = /\(?\s*в исключительных случаях(?<how>[^)]*)\)?/iu;

/**
 * Reads a term's text. A single amount is an upper bound ("не более"), because every term of the decrees is a limit.
 * Several amounts are terms of several cases ("2 минуты При поступлении документов через Центр- 1 час"), from the
 * shortest to the longest. "-" means no term. Undefined if an amount has no unit, or nothing can be read.
 */
export function parseTerm(text: string): Term | undefined {
  const plain = text.trim();
  if (/^[-–—]$/.test(plain)) return { text: plain };
  const how = exception.exec(plain)?.groups?.['how'];
  const lower = plain.replace(exception, ' ').toLowerCase().replaceAll(/\s+/g, ' ');
  const extended = how === undefined ? undefined : amountsIn(how.toLowerCase()).at(-1);
  const pair = range.exec(lower);
  const [min, ...longer] = pair === null ? amountsIn(lower) : between(pair);
  const max = longer.at(-1) ?? min;
  if (max === undefined) return undefined;
  return { text: plain, ...(longer.length > 0 && { min }), max, ...(extended && { extended }) };
}

/** Every amount of the text once, the shortest first. */
function amountsIn(text: string): Amount[] {
  // "3 раза в день" means within a day.
  if (/раза? в день/u.test(text)) return [{ value: 1, unit: 'business_day' }];
  const amounts = new Map<number, Amount>();
  for (const { 1: value = '1', 2: name, groups } of text.matchAll(single)) {
    const written = name ?? groups?.['one'] ?? '';
    const amount = { value: numberOf(value), unit: unitOf(written) };
    amounts.set(amount.value * seconds[amount.unit], amount);
  }
  return [...amounts].toSorted(([a], [b]) => a - b).map(([, amount]) => amount);
}

function between([, from, fromUnit, to, toUnit]: RegExpExecArray): [Amount, Amount] {
  const upper = unitOf(toUnit!);
  return [
    { value: numberOf(from!), unit: fromUnit === undefined ? upper : unitOf(fromUnit) },
    { value: numberOf(to!), unit: upper },
  ];
}
