import { checkDigit } from '../../domain/identity/iin.ts';

/** Serial numbers are tried from this one upwards; for some there is no check digit. */
const firstSerial = 9001;

/**
 * An IIN of no real person: birth date, century and sex, a high serial number, the check digit (weights 1…11, then
 * 3…11, 1, 2: `identity/iin.ts`). `birth` is an ISO date of the years 1900 to 2099.
 */
export function demoIin(birth: string, sex: 'male' | 'female', place: number): string {
  const [year = '', month = '', day = ''] = birth.split('-');
  const century = (year.startsWith('19') ? 3 : 5) + (sex === 'female' ? 1 : 0);
  return withCheckDigit(`${year.slice(2)}${month}${day}${century}`, 4, place);
}

/** How many serial numbers of a month are for demo organisations. */
const MONTH = 9000;

/**
 * A BIN of no real organisation: year and month of its registration, 4 (a legal entity), 0 (its head office), a serial
 * number.
 * @param place below 108,000: twelve months of them
 */
export function demoBin(place: number): string {
  const month = String(1 + Math.floor(place / MONTH)).padStart(2, '0');
  return withCheckDigit(`12${month}40`, 5, place % MONTH);
}

function withCheckDigit(prefix: string, serialDigits: number, place: number): string {
  for (let serial = firstSerial + 10 * place; ; serial++) {
    const number = `${prefix}${String(serial).padStart(serialDigits, '0')}`;
    const check = checkDigit(Array.from(number, Number));
    if (check !== undefined) return `${number}${check}`;
  }
}
