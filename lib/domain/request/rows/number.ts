import { initials, partsOf, unambiguous } from '../../output/number.ts';

/** The sequence that numbers a request: one for each regulation and calendar year. */
export interface Series {
  readonly region: string;
  readonly service: string;
  readonly year: number;
}

/** `SK-UC-2026-000123`: initials of region and service, year, number in the sequence. */
export const formatRequestNumber = ({ region, service, year }: Series, sequence: number) =>
  `${initials(region)}-${initials(service)}-${year}-${String(sequence).padStart(6, '0')}`;

/**
 * The number as it was given, from what a person typed, also without the zeros before it. Undefined if it cannot be a request's.
 */
export function readTypedNumber(typed: string): string | undefined {
  const [region, service, year, sequence, ...rest] = partsOf(typed);
  const number = [region, service, unambiguous(year), unambiguous(sequence)].join('-');
  if (rest.length > 0 || !/^[A-Z]{1,6}-[A-Z]{1,6}-\d{4}-\d{1,9}$/.test(number)) return undefined;
  return number.replace(/\d+$/, (digits) => digits.padStart(6, '0'));
}

/** Year and number in the sequence, which the output's number repeats. */
export function readRequestNumber(number: string): { readonly year: number; readonly sequence: number } {
  const [, , year, sequence] = number.split('-');
  return { year: Number(year), sequence: Number(sequence) };
}
