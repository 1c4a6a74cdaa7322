import { expect, it } from '@jest/globals';
import { listOffice } from '../../../../lib/adapters/identity/list-office.ts';
import { accountOf, saule } from './people.ts';

/** That many employees, every hundredth of them of the office. */
const staffOf = (count: number) => {
  const all = Array.from({ length: count }, (_, n) => ({
    ...accountOf(saule, 'mio-officer', n % 100 === 0 ? 'shymkent' : 'otyrar'),
    id: String(n).padStart(6, '0'),
  }));
  return {
    listStaff: async (limit: number, from?: readonly [string, string]) => {
      const begin = from ? Number(from[1]) + 1 : 0;
      return all.slice(begin, begin + limit);
    },
  };
};

it.each([0, 499, 500, 501, 19_999])('finds all the people of an office among %d employees', async (count) => {
  expect(await listOffice('shymkent', staffOf(count))).toHaveLength(Math.ceil(count / 100));
});

it('leaves nobody out in silence: beyond its bound it fails', async () => {
  await expect(listOffice('shymkent', staffOf(20_000))).rejects.toThrow('more than 20000 employees');
});
