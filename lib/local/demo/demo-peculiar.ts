import type { Told } from '../../adapters/gateways/gateways.ts';
import { readIin } from '../../domain/identity/iin.ts';
import type { Peculiar } from '../stand-ins/answers.ts';
import { demoPowers } from './demo-powers.ts';
import { roster } from './roster.ts';

const iinsOf = (slug: string) => new Set(roster.filter((each) => each.slug === slug).map(({ iin }) => iin));

/** What ГБД ФЛ tells of the demo people: made up, as they are. */
const people = new Map<string, Told>(
  roster.map(({ iin, surname, firstName, patronymic }, index) => [
    iin,
    {
      fullName: `${surname} ${firstName} ${patronymic}`,
      ...{ surname, firstName, patronymic, birthDate: birthOf(iin) },
      identityCard: `0990${String(index + 1).padStart(5, '0')}`,
      identityCardIssuedBy: 'ДЕМО: МИНИСТЕРСТВО ВНУТРЕННИХ ДЕЛ',
      identityCardIssuedOn: '2024-02-12',
      address: `ДЕМО: город Шымкент, улица Мысал, дом ${index + 1}`,
    },
  ]),
);

function birthOf(iin: string): string {
  const facts = readIin(iin);
  return typeof facts === 'object' ? (facts.birthDate ?? '') : '';
}

/** What the demo's registers and payments know of the demo people. */
export const demoPeculiar = (): Peculiar => ({
  unknown: iinsOf('applicant-unknown'),
  powers: demoPowers,
  people,
});
