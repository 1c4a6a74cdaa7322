import { organisationOf, type Applying } from '../identity/organisation.ts';
import type { Bilingual } from '../language/bilingual.ts';
import { toPrintable } from './printable.ts';

/** What papers say of a legal person that applies, and of whoever applies in its name. */
export const organisationLabels = {
  organisation: { kk: 'Өтініш беруші ұйым', ru: 'Организация-заявитель' },
  bin: { kk: 'БСН', ru: 'БИН' },
  inItsName: { kk: 'Ұйым атынан өтініш берген', ru: 'От имени организации обратился(лась)' },
} as const satisfies Record<string, Bilingual>;

/** The organisation as papers print it: a certificate may name it in letters that the font lacks. */
export function printedOrganisation(request: Applying): { readonly name: string; readonly bin: string } | undefined {
  const organisation = organisationOf(request);
  return organisation && { bin: organisation.bin, name: toPrintable(organisation.name ?? organisation.bin) };
}
