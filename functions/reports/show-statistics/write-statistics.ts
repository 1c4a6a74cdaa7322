import { writeCsv } from '../../../lib/adapters/csv/write-csv.ts';
import { channelWords } from '../../../lib/domain/diagram/words.ts';
import type { Bilingual, Language } from '../../../lib/domain/language/bilingual.ts';
import type { ChannelName } from '../../../lib/domain/regulation/words.ts';
import type { CountedFigures } from '../../../lib/domain/statistics/figures.ts';
import { dimensionWords, figureWords, ownWords } from '../../../lib/domain/statistics/statistics-words.ts';
import type { Dimension } from '../../../lib/domain/statistics/table.ts';

type Row = CountedFigures &
  Readonly<Partial<Record<Dimension | 'officeName', string>>> & { readonly serviceTitle?: Bilingual };

const figures = [
  'received',
  'issued',
  'refused',
  'left',
  'withdrawn',
  'turnedAway',
  'takenBack',
  'overdue',
  'medianMinutes',
  'longestMinutes',
] as const;

/** The rows as CSV, with a heading in the reader's language. */
export const writeStatistics = (rows: readonly Row[], by: readonly Dimension[], language: Language): string =>
  writeCsv([
    [
      ...by.map((each) => dimensionWords[each][language]),
      ...figures.map((each) => figureWords[each][language]),
      figureWords.grounds[language],
    ],
    ...rows.map((row) => [
      ...by.map((each) => nameOf(row, each, language)),
      ...figures.map((each) => row[each]),
      row.grounds.map(({ ground = ownWords[language], refused }) => `${ground}: ${refused}`).join('; '),
    ]),
  ]);

function nameOf(row: Row, of: Dimension, language: Language): string | undefined {
  if (of === 'office') return row.officeName;
  if (of === 'service') return row.serviceTitle?.[language];
  return of === 'channel' ? channelWords[row.channel as ChannelName][language] : row.month;
}
