import type { Bilingual } from '../language/bilingual.ts';
import { writeShortDay } from '../language/dates.ts';
import type { Representative } from '../regulation/representative.ts';
import { toPrintable } from './printable.ts';

/** The label of the line that names who acts for the applicant, and by what. */
export const representativeLabel = { kk: 'Өтініш берушінің өкілі', ru: 'Представитель заявителя' } as const;

/** The line itself: the person, the power of attorney, its term and notary. */
export function nameRepresentative({ iin, fullName, power }: Representative): Bilingual {
  const { number, notary, issuedOn, until } = power;
  const [name, no, by] = [fullName, number, notary].map(toPrintable);
  const [from, to] = [writeShortDay(issuedOn), writeShortDay(until)];
  return {
    kk: `${name}, ЖСН ${iin}; ${from} берілген № ${no} сенімхат, ${to} дейін жарамды; нотариус: ${by}`,
    ru: `${name}, ИИН ${iin}; доверенность № ${no} от ${from}, действует до ${to}; нотариус: ${by}`,
  };
}
