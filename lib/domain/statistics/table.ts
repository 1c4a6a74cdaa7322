import { sumOf, type Counts } from './counts.ts';

/** What the rows of the statistics tell apart. */
export const dimensions = ['month', 'office', 'service', 'channel'] as const;
export type Dimension = (typeof dimensions)[number];

type Cell = Readonly<Record<Dimension, string>> & { readonly counts: Counts };
export type StatisticsRow = Readonly<Partial<Record<Dimension, string>>> & { readonly counts: Counts };

/** One row for each combination of the values of `by`, in their order, with the sum of its cells. */
export function rowsOf(cells: readonly Cell[], by: readonly Dimension[]): readonly StatisticsRow[] {
  const named = (cell: Cell) =>
    dimensions.filter((each) => by.includes(each)).map((each) => [each, cell[each]] as const);
  const groups = Map.groupBy(cells, (cell) => JSON.stringify(named(cell)));
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, alike]) => ({
      ...Object.fromEntries(named(alike[0]!)),
      counts: sumOf(alike.map(({ counts }) => counts)),
    }));
}
