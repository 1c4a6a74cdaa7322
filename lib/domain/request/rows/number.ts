import { initials } from '../../output/number.ts';

/** The sequence that numbers a request: one for each regulation and calendar year. */
export interface Series {
  readonly region: string;
  readonly service: string;
  readonly year: number;
}

/** `SK-UC-2026-000123`: initials of region and service, year, number in the sequence. */
export const formatRequestNumber = ({ region, service, year }: Series, sequence: number) =>
  `${initials(region)}-${initials(service)}-${year}-${String(sequence).padStart(6, '0')}`;

/** Year and number in the sequence, which the output's number repeats. */
export function readRequestNumber(number: string): { readonly year: number; readonly sequence: number } {
  const [, , year, sequence] = number.split('-');
  return { year: Number(year), sequence: Number(sequence) };
}
