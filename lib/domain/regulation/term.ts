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
const single = new RegExp(`${word}(?:-х|-ти|-и)?\\s*${unit}`, 'u');

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

const exception = /\(?\s*в исключительных случаях(?<how>[^)]*)\)?/iu;

/**
 * Reads a term's text. A single amount is an upper bound ("не более"), as every term of the decrees is a limit.
 * "-" is no term. Undefined when the text names an amount without a unit or nothing readable.
 */
export function parseTerm(text: string): Term | undefined {
  const plain = text.trim();
  if (/^[-–—]$/.test(plain)) return { text: plain };
  const how = exception.exec(plain)?.groups?.['how'];
  const lower = plain.replace(exception, ' ').toLowerCase().replaceAll(/\s+/g, ' ');
  const extended = how === undefined ? undefined : amountIn(how.toLowerCase());
  const pair = range.exec(lower);
  const found = pair === null ? { max: amountIn(lower) } : between(pair);
  if (found.max === undefined) return undefined;
  return { text: plain, ...found, max: found.max, ...(extended === undefined ? {} : { extended }) };
}

function amountIn(text: string): Amount | undefined {
  // "Не более минуты", "В течение рабочего дня": one. "3 раза в день": what is done so often is done within a day.
  const one = /^(?:не более|в течение) (?<unit>минуты|часа|(?:рабочего )?дня)/u.exec(text)?.groups?.['unit'];
  if (one !== undefined) return { value: 1, unit: one === 'рабочего дня' ? 'business_day' : unitOf(one) };
  if (/раза? в день/u.test(text)) return { value: 1, unit: 'business_day' };
  const [, value, name] = single.exec(text) ?? [];
  return value === undefined || name === undefined ? undefined : { value: numberOf(value), unit: unitOf(name) };
}

function between([, from, fromUnit, to, toUnit]: RegExpExecArray): { min: Amount; max: Amount } {
  const upper = unitOf(toUnit!);
  return {
    min: { value: numberOf(from!), unit: fromUnit === undefined ? upper : unitOf(fromUnit) },
    max: { value: numberOf(to!), unit: upper },
  };
}
