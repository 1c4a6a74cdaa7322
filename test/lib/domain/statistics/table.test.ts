import { expect, it } from '@jest/globals';
import { noCounts } from '../../../../lib/domain/statistics/counts.ts';
import { countedFigures } from '../../../../lib/domain/statistics/figures.ts';
import { rowsOf } from '../../../../lib/domain/statistics/table.ts';

const cell = (month: string, service: string, issued: number, longest: number) => ({
  ...{ month, service, office: 'one', channel: 'portal' },
  counts: {
    ...structuredClone(noCounts),
    ...{ issued, longest, refused: 1, grounds: { [service]: 1 } },
    times: noCounts.times.map((_, bucket) => (bucket === longest % 7 ? issued : 0)),
  },
});
const cells = [cell('2026-11', 'b', 2, 3), cell('2026-10', 'a', 1, 9), cell('2026-11', 'a', 4, 5)];

it('sums the cells of each combination, in order', () => {
  expect(rowsOf(cells, ['month']).map(({ month, service, counts }) => [month, service, counts.issued])).toEqual([
    ['2026-10', undefined, 1],
    ['2026-11', undefined, 6],
  ]);
  expect(rowsOf(cells, ['service']).map(({ service, counts }) => [service, counts.issued, counts.longest])).toEqual([
    ['a', 5, 9],
    ['b', 2, 3],
  ]);
  expect(rowsOf([], ['month'])).toEqual([]);
});

it('changes none of the cells, and names the most frequent ground first', () => {
  const before = structuredClone(cells);
  const [all] = rowsOf(cells, ['office']);
  expect(countedFigures(all!.counts).grounds).toEqual([
    { ground: 'a', refused: 2 },
    { ground: 'b', refused: 1 },
  ]);
  expect(countedFigures({ ...noCounts, refused: 1, grounds: { '': 1 } }).grounds).toEqual([{ refused: 1 }]);
  expect(cells).toEqual(before);
  expect(countedFigures(noCounts)).not.toHaveProperty('medianMinutes');
});
