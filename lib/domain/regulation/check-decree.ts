import type { Finding } from './defect.ts';
import { isAkimat } from './name-decree.ts';
import { regions } from './regions.ts';
import type { RegulationText } from './schema.ts';

/** An issuer that is no akimat is named in the genitive, and a region has its name on the day of the decree. */
export function checkDecree({ decree, region }: Pick<RegulationText, 'decree' | 'region'>): Finding[] {
  const { from = '', until = '9999-12-31' } = regions[region];
  return [
    ...(decree.by === undefined && !isAkimat(decree)
      ? [
          {
            path: ['decree', 'issuer'],
            reason: '"акимат …" is expected, or `by`: the issuer in the genitive, {ru: Министра …, kk: … Министрінің}',
          },
        ]
      : []),
    ...(decree.date < from || decree.date > until
      ? [{ path: ['decree', 'date'], reason: `${region} has this name ${from && `from ${from} `}until ${until}` }]
      : []),
  ];
}
