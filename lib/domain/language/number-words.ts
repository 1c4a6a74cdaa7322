import type { Bilingual } from './bilingual.ts';

const ru = {
  ones: ['', 'один', 'два', 'три', 'четыре', 'пять', 'шесть', 'семь', 'восемь', 'девять'],
  teens: [
    'десять',
    'одиннадцать',
    'двенадцать',
    'тринадцать',
    'четырнадцать',
    'пятнадцать',
    'шестнадцать',
    'семнадцать',
    'восемнадцать',
    'девятнадцать',
  ],
  tens: ['', '', 'двадцать', 'тридцать', 'сорок', 'пятьдесят', 'шестьдесят', 'семьдесят', 'восемьдесят', 'девяносто'],
  hundreds: ['', 'сто', 'двести', 'триста', 'четыреста', 'пятьсот', 'шестьсот', 'семьсот', 'восемьсот', 'девятьсот'],
  /** One, two to four, five and more. */
  thousands: [
    ['', '', ''],
    ['тысяча', 'тысячи', 'тысяч'],
    ['миллион', 'миллиона', 'миллионов'],
    ['миллиард', 'миллиарда', 'миллиардов'],
  ],
} as const;

const kk = {
  ones: ['', 'бір', 'екі', 'үш', 'төрт', 'бес', 'алты', 'жеті', 'сегіз', 'тоғыз'],
  tens: ['', 'он', 'жиырма', 'отыз', 'қырық', 'елу', 'алпыс', 'жетпіс', 'сексен', 'тоқсан'],
  thousands: ['', 'мың', 'миллион', 'миллиард'],
} as const;

/** 12345678 → [[0, 678], [1, 345], [2, 12]]: how many of each power of a thousand, without zeros. */
const groups = (number: number): (readonly [number, number])[] =>
  [3, 2, 1, 0].map((power) => [power, Math.floor(number / 1000 ** power) % 1000] as const).filter(([, n]) => n > 0);

function russianGroup(number: number, power: number): readonly string[] {
  const [tens, ones] = [Math.floor(number / 10) % 10, number % 10];
  // For thousands, which are feminine.
  const feminine = power === 1 && tens !== 1 ? ['', 'одна', 'две'][ones] : undefined;
  const form = tens === 1 || ones === 0 || ones > 4 ? 2 : ones === 1 ? 0 : 1;
  return [
    ru.hundreds[Math.floor(number / 100)]!,
    tens === 1 ? ru.teens[ones]! : ru.tens[tens]!,
    tens === 1 ? '' : feminine || ru.ones[ones]!,
    ru.thousands[power]![form],
  ];
}

function kazakhGroup(number: number, power: number): readonly string[] {
  const [hundreds, tens, ones] = [Math.floor(number / 100), Math.floor(number / 10) % 10, number % 10];
  return [
    hundreds > 1 ? kk.ones[hundreds]! : '',
    hundreds > 0 ? 'жүз' : '',
    kk.tens[tens]!,
    kk.ones[ones]!,
    kk.thousands[power]!,
  ];
}

const join = (words: readonly string[]): string => words.filter((word) => word !== '').join(' ');

/** A whole number from 1 to 999,999,999,999 in words: 12500 → "он екі мың бес жүз", "двенадцать тысяч пятьсот". */
export function numberWords(number: number): Bilingual {
  if (!Number.isSafeInteger(number) || number < 1 || number >= 1000 ** 4)
    throw new RangeError(`${number} has no words here`);
  return {
    kk: join(groups(number).flatMap(([power, count]) => kazakhGroup(count, power))),
    ru: join(groups(number).flatMap(([power, count]) => russianGroup(count, power))),
  };
}

/** Whole tenge in digits: 12500 → "12 500 ₸". The blanks do not break. */
export const writeTenge = (tenge: number): string => `${groupDigits(tenge)}\u00a0₸`;

const groupDigits = (number: number) => String(number).replaceAll(/\B(?=(\d{3})+$)/g, '\u00a0');

/** Whole tenge in digits and words: 12500 → "12 500 теңге (он екі мың бес жүз теңге)". The blanks do not break. */
export function writeMoney(tenge: number): Bilingual {
  const digits = groupDigits(tenge);
  const words = numberWords(tenge);
  return { kk: `${digits} теңге (${words.kk} теңге)`, ru: `${digits} тенге (${words.ru} тенге)` };
}
