import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { sealJournal } from '../../../../functions/schedule/seal-journal/seal-journal.ts';
import { checkSeals } from '../../../../lib/adapters/journal/check-seals.ts';
import type { Seal, Sealed } from '../../../../lib/domain/journal/seal.ts';
import { openJournalScene, sealsIn } from '../../../lib/adapters/journal/scene.ts';
import { entry, second } from '../../../lib/domain/journal/entries.ts';

let scene: Awaited<ReturnType<typeof openJournalScene>>;
beforeEach(async () => {
  scene = await openJournalScene();
});
afterEach(() => scene.close());

const timeLeft = () => 60_000;
const sealAt = (n: number) => sealJournal({ ...scene, now: second(n), timeLeft });
const all = { seals: 1000, entries: 100_000 };

it('seals each entry once, in order and chained, when it may not be under way any more', async () => {
  for (const n of [0, 100, 200]) await scene.journal.write(entry(n));
  expect(await sealAt(150)).toEqual({ sealed: 1 });
  expect(await sealAt(151)).toEqual({ sealed: 0 });
  // The day ends in between.
  expect(await sealAt(300)).toEqual({ sealed: 2 });
  const seals = await sealsIn(scene);
  expect(seals.map(({ seal }) => seal.entries.length)).toEqual([1, 2]);
  expect(seals[1]?.seal).toMatchObject({ previous: seals[0]?.sha256, from: seals[0]?.seal.until });
  expect(await checkSeals({ ...scene, now: second(10_000) }, '', all)).toMatchObject({
    seals: 2,
    entries: 3,
    faults: [],
    more: false,
  });
});

it('a quiet time has no seal of its own: the next one covers it, and what is added there later is found', async () => {
  await scene.journal.write(entry(0));
  await sealAt(100);
  expect(await sealAt(5000)).toEqual({ sealed: 0 });
  await scene.journal.write(entry(9000));
  await sealAt(9100);
  await scene.journal.write(entry(4000));
  const { faults } = await checkSeals({ ...scene, now: second(10_000) }, '', all);
  expect(faults).toEqual([{ code: 'late', at: expect.stringContaining(second(4000).toISOString()) }]);
});

it('of two runs at once one seals', async () => {
  await scene.journal.write(entry(0));
  const runs = await Promise.all([sealAt(100), sealAt(100)]);
  expect(runs.map(({ sealed }) => sealed).toSorted()).toEqual([0, 1]);
  expect(await sealsIn(scene)).toHaveLength(1);
});

it('more entries than a seal may name are in several, and nothing is left out between them', async () => {
  const entries = Array.from({ length: 5 }, (_, n) => entry(0, { id: String(n).padStart(26, '0') }));
  const written: Sealed[] = [];
  const seals = {
    last: async () => undefined,
    write: async (seal: Seal) => {
      const sealed = { seal, sha256: 'a'.repeat(64) };
      written.push(sealed);
      return sealed;
    },
  };
  const journal = {
    list: async ({ from, limit }: { readonly from: string; readonly limit: number }) =>
      entries.filter(({ at, id }) => `${at}#${id}` > from).slice(0, limit),
  };
  expect(await sealJournal({ journal, seals, now: second(100), timeLeft, most: 3 })).toEqual({ sealed: 5 });
  expect(written.map(({ seal }) => seal.entries.length)).toEqual([3, 2]);
  expect(new Set(written.flatMap(({ seal }) => seal.entries.map(([at]) => at))).size).toBe(5);
});

it('stops before its time is over; the next run goes on', async () => {
  await scene.journal.write(entry(0));
  expect(await sealJournal({ ...scene, now: second(100), timeLeft: () => 1000 })).toEqual({ sealed: 0 });
  expect(await sealAt(101)).toEqual({ sealed: 1 });
});
