import { checkDigit } from './iin.ts';

/** The first rule that a number breaks, in the order of the checks. */
export type BinFault = 'bin-digits' | 'bin-month' | 'bin-check-digit';

/** What each rule asks for. */
export const binExpectations = {
  'bin-digits': '12 digits',
  'bin-month': 'a month from 01 to 12 in the 3rd and 4th digits',
  'bin-check-digit': 'a 12th digit that agrees with the first 11',
} as const satisfies Record<BinFault, string>;

/**
 * The rule that a business identification number (БСН / БИН) breaks, if it breaks one: year and month of registration, the check
 * digit of an IIN. Which kinds of organisation the 5th and 6th digits name is not checked: no source that was read lists them all.
 *
 * Only what people type is checked so. In a certificate the authority vouches for the number, and its test organisations have wrong
 * check digits (docs/eds.md).
 *
 * @example checkBin('120140090014') // undefined
 */
export function checkBin(bin: string): BinFault | undefined {
  if (!/^[0-9]{12}$/.test(bin)) return 'bin-digits';
  const month = Number(bin.slice(2, 4));
  if (month < 1 || month > 12) return 'bin-month';
  return checkDigit(Array.from(bin, Number)) === Number(bin[11]) ? undefined : 'bin-check-digit';
}
