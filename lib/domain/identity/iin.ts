/** What the twelve digits say about a person. `birthDate` is an ISO date (YYYY-MM-DD). */
export interface Birth {
  readonly birthDate: string;
  readonly sex: 'male' | 'female';
}

/** Of a number with 0 in the 7th place: it names neither century nor sex, so its holder is asked for both. */
const silent: Partial<Birth> = {};

/** The first rule that a number breaks, in the order of the checks. */
export type IinFault = 'iin-digits' | 'iin-century-and-sex' | 'iin-birth-date' | 'iin-check-digit';

/** What each rule asks for. */
export const expectations = {
  'iin-digits': '12 digits',
  'iin-century-and-sex': 'a 7th digit from 0 to 6: century of birth and sex, or 0 for neither',
  'iin-birth-date': 'a date of birth (YYMMDD) in the first 6 digits',
  'iin-check-digit': 'a 12th digit that agrees with the first 11',
} as const satisfies Record<IinFault, string>;

/**
 * Reads an individual identification number (ЖСН / ИИН): YYMMDD, century and sex, four serial digits, check digit.
 * Source: Law of the Republic of Kazakhstan No 223-III of 12 January 2007 on the national registers of identification
 * numbers, and the rules for forming the numbers made under it.
 *
 * A 7th digit of 0 gives neither century nor sex: such a number names no birth. It opens no account; its holder goes to a centre
 * or an office, where an employee compares the papers.
 *
 * @example readIin('880414400019') // { birthDate: '1988-04-14', sex: 'female' }
 */
export function readIin(iin: string): Partial<Birth> | IinFault {
  if (!/^[0-9]{12}$/.test(iin)) return 'iin-digits';
  const digits = Array.from(iin, Number);
  const seventh = digits[6] ?? 0;
  if (seventh > 6) return 'iin-century-and-sex';
  if (seventh === 0) return checkDigit(digits) === digits[11] ? silent : 'iin-check-digit';
  const century = 18 + Math.floor((seventh - 1) / 2);
  const birthDate = `${century}${iin.slice(0, 2)}-${iin.slice(2, 4)}-${iin.slice(4, 6)}`;
  if (!isDate(birthDate)) return 'iin-birth-date';
  if (checkDigit(digits) !== digits[11]) return 'iin-check-digit';
  return { birthDate, sex: seventh % 2 === 1 ? 'male' : 'female' };
}

/**
 * The 12th digit that follows from the first 11: their sum weighted by 1…11, modulo 11; if that is 10, once more with
 * 3…11, 1, 2. Numbers that give 10 twice are never issued.
 */
export function checkDigit(digits: readonly number[]): number | undefined {
  const round = (weight: (place: number) => number) =>
    digits.slice(0, 11).reduce((sum, digit, place) => sum + digit * weight(place), 0) % 11;
  const first = round((place) => place + 1);
  const control = first === 10 ? round((place) => ((place + 2) % 11) + 1) : first;
  return control === 10 ? undefined : control;
}

const isDate = (text: string) => {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
};

/** The rule that a number breaks, if it breaks one. */
export function checkIin(iin: string): IinFault | undefined {
  const read = readIin(iin);
  return typeof read === 'string' ? read : undefined;
}

/** Whether the number is right and names the birth of its holder. */
export function namesBirth(iin: string): boolean {
  const read = readIin(iin);
  return typeof read !== 'string' && read.birthDate !== undefined;
}

/** Whether the number names a birth on or before `today` (ISO date). */
export function bornBy(iin: string, today: string): boolean {
  const read = readIin(iin);
  return typeof read !== 'string' && read.birthDate !== undefined && read.birthDate <= today;
}
