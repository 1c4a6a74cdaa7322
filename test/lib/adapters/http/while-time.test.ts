import { expect, it } from '@jest/globals';
import { whileTime } from '../../../../lib/adapters/http/while-time.ts';

const now = new Date('2026-11-30T09:00:00.000Z');

/** Each item takes so many seconds. */
async function run(seconds: readonly number[]) {
  let passed = 0;
  const work = async (each: number) => {
    passed += each;
    return each;
  };
  return whileTime(seconds, work, { now, clock: () => new Date(now.getTime() + passed * 1000) });
}
const late = { refused: 'work/not-tried' };

it('begins nothing more after twelve seconds, and says so', async () => {
  expect(await run([6, 6, 6, 1])).toEqual([6, 6, 6, late]);
  expect(await run([6, 6.001, 6, 1])).toEqual([6, 6.001, late, late]);
});

it('tries the first in any case, so that whoever sends the rest again comes to an end', async () => {
  expect(await whileTime([1, 2], async (each) => each, { now, clock: () => new Date(now.getTime() + 60_000) })).toEqual(
    [1, late],
  );
});

it('a failure of ours is the answer of its own item', async () => {
  const work = async (each: number) => {
    if (each === 2) throw new Error('the bucket is down');
    return each;
  };
  expect(await whileTime([1, 2, 3], work, { now, clock: () => now })).toEqual([
    1,
    { refused: 'server/failed', facts: { incident: expect.any(String) } },
    3,
  ]);
});
