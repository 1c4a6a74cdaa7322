import { expect, it } from '@jest/globals';
import { listOffice } from '../../../../lib/adapters/identity/list-office.ts';
import { accountOf, saule } from './people.ts';

/** An office with so many people; it counts how often they are read. */
const peopleOf = (count: number) => {
  const all = Array.from({ length: count }, (_, n) => ({
    ...accountOf(saule, 'mio-officer', 'shymkent'),
    id: String(n).padStart(6, '0'),
  }));
  return {
    listPeople: async (_: string, limit: number, from?: readonly [string, string]) => {
      const begin = from ? Number(from[1]) + 1 : 0;
      return all.slice(begin, begin + limit);
    },
  };
};

it.each([0, 99, 100, 101, 999])('finds all the people of an office that has %d', async (count) => {
  expect(await listOffice('shymkent', peopleOf(count))).toHaveLength(count);
});

it('leaves nobody out in silence: beyond its bound it fails', async () => {
  await expect(listOffice('shymkent', peopleOf(1000))).rejects.toThrow('more than 1000 people');
});
