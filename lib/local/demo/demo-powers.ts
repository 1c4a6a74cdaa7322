import type { Power } from '../../adapters/gateways/gateways.ts';
import { roster } from './roster.ts';

const iinOf = (slug: string) => roster.find((each) => each.slug === slug)?.iin ?? '';

/** The powers of attorney that the demo's ЕНИС knows: Айгүл acts for Азамат, and for somebody whom ГБД ФЛ does not know. */
export const demoPowers: readonly Power[] = [
  {
    ...{ number: 'ДЕМО-2026-000117', issuedOn: '2026-01-15', until: '2036-01-14' },
    ...{ principal: iinOf('applicant-azamat'), representative: iinOf('applicant-aigul') },
  },
  {
    ...{ number: 'ДЕМО-2026-000118', issuedOn: '2026-02-16', until: '2036-02-15' },
    ...{ principal: iinOf('applicant-unknown'), representative: iinOf('applicant-aigul') },
  },
];
