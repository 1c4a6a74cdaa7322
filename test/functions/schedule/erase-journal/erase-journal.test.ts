import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { eraseJournal, RECENT, ROUND } from '../../../../functions/schedule/erase-journal/erase-journal.ts';
import { sealJournal } from '../../../../functions/schedule/seal-journal/seal-journal.ts';
import { checkSeals } from '../../../../lib/adapters/journal/check-seals.ts';
import { findHolds } from '../../../../lib/adapters/identity/hold.ts';
import type { Entry } from '../../../../lib/domain/journal/entry.ts';
import { terms } from '../../../../lib/domain/retention/terms.ts';
import { openJournalScene } from '../../../lib/adapters/journal/scene.ts';
import { entry, second } from '../../../lib/domain/journal/entries.ts';

const TERM = terms.journal.days * 86_400;
/** So many seconds after the first entry's term is over. */
const late = (n: number) => second(TERM + n);
const timeLeft = () => 60_000;
const all = { seals: 1000, entries: 1000 };
const nobody = () => Promise.resolve(false);

let scene: Awaited<ReturnType<typeof openJournalScene>>;
/** Seven entries over two days; the sixth lies unsealed no more, the seventh does. */
beforeEach(async () => {
  scene = await openJournalScene();
  for (const n of [0, 30, 60, 90, 150, 86_400, 90_000]) await scene.journal.write(entry(n));
  await sealJournal({ ...scene, now: second(87_000), timeLeft });
});
afterEach(() => scene.close());

const left = async () => {
  const found = await scene.journal.list({
    from: second(-1).toISOString(),
    until: second(100_000).toISOString(),
    limit: 99,
  });
  return found.map(({ at }) => (Date.parse(at) - second(0).getTime()) / 1000);
};
const erase = (n: number, more: Partial<Parameters<typeof eraseJournal>[0]> = {}) =>
  eraseJournal({ ...scene, isHeld: nobody, now: late(n), timeLeft, page: 2, ...more });

it('erases what has been kept for its term, over days and pages, and nothing younger', async () => {
  expect(await erase(-1)).toMatchObject({ erased: 0 });
  expect(await left()).toHaveLength(7);
  expect(await erase(151)).toEqual({ erased: 5, held: 0, failed: 0 });
  expect(await left()).toEqual([86_400, 90_000]);
  expect(await erase(151)).toMatchObject({ erased: 0 });
});

it('leaves the seals: they prove what remains, and say how many are gone', async () => {
  await erase(151);
  const check = (n: number) => checkSeals({ ...scene, now: late(n) }, '', all);
  expect(await check(151)).toMatchObject({ seals: 1, entries: 1, erased: 5, faults: [] });
  // Nobody whose clock is earlier takes them for erased.
  expect((await check(-1)).faults).toHaveLength(5);
});

it('a hold stops it for what it concerns, and for as long as it lasts', async () => {
  const holds = new Set(['2026-11-30T23:59:00.000Z']);
  const isHeld = async ({ at }: Entry) => holds.has(at);
  expect(await erase(200, { isHeld })).toEqual({ erased: 4, held: 1, failed: 0 });
  expect(await left()).toEqual([60, 86_400, 90_000]);
  holds.clear();
  // Long after, what was released goes, too.
  expect(await erase(86_399, { isHeld })).toEqual({ erased: 1, held: 0, failed: 0 });
});

it('what it cannot ask about stays, and the rest goes', async () => {
  const isHeld = async ({ at }: Entry) => {
    if (at === second(30).toISOString()) throw new Error('unreadable');
    return false;
  };
  expect(await erase(151, { isHeld })).toEqual({ erased: 4, held: 0, failed: 1 });
  expect(await left()).toEqual([30, 86_400, 90_000]);
});

it('stops before its time is over, and the next run goes on', async () => {
  let calls = 0;
  expect(await erase(151, { timeLeft: () => ((calls += 1) < 4 ? 60_000 : 1000) })).toMatchObject({ erased: 1 });
  expect(await erase(151)).toMatchObject({ erased: 4 });
});

it('after ten years a run still looks at few days, and within a round at all of them', async () => {
  const DAYS = 3650;
  const day = 86_400;
  const looked = new Map<string, number>();
  let looks = 0;
  const list: typeof scene.journal.list = (asked) => {
    const of = asked.from.slice(0, 10);
    looked.set(of, (looked.get(of) ?? 0) + 1);
    looks += 1;
    return Promise.resolve([]);
  };
  const journal = { list, erase: () => Promise.reject(new Error('nothing is there')) };
  const hours = Math.ceil(DAYS / ROUND) + 1;
  for (let hour = 0; hour < hours; hour += 1) {
    looks = 0;
    await erase(DAYS * day - hours * 3600 + hour * 3600, { journal });
    expect(looks).toBeLessThanOrEqual(ROUND + RECENT);
    expect(looks).toBeGreaterThanOrEqual(RECENT);
  }
  expect(looked.size).toBeGreaterThanOrEqual(DAYS);
});

it('what is released years later goes within a round, and what lay undone for long goes at once', async () => {
  const holds = new Set([second(60).toISOString()]);
  const isHeld = async ({ at }: Entry) => holds.has(at);
  // Nobody ran it for a day: it goes back over all of it.
  expect(await erase(90_001, { isHeld })).toEqual({ erased: 6, held: 1, failed: 0 });
  holds.clear();
  const years = 3 * 365 * 86_400;
  let erased = 0;
  let runs = 0;
  for (; erased === 0 && runs < 99; runs += 1) ({ erased } = await erase(years + runs * 3600, { isHeld }));
  expect(erased).toBe(1);
  expect(runs).toBeLessThanOrEqual(Math.ceil((3 * 365 + 2) / ROUND) + 1);
  expect(await left()).toEqual([]);
});

it('where nothing is sealed, nothing goes', async () => {
  expect(await erase(1e9, { seals: { first: async () => undefined } })).toMatchObject({ erased: 0 });
  expect(await left()).toHaveLength(7);
});

it.each([
  ['the request', { request: 'held' }, true],
  ['a request of a list', { request: undefined, shown: ['other', 'held'] }, true],
  ['who called', { account: 'held' }, true],
  ['whom it concerns', { subject: 'held' }, true],
  ['who proposed', { proposer: 'held' }, true],
  ['nothing', {}, false],
] as const)('an entry is held if %s is', async (_, more, expected) => {
  const asked: string[] = [];
  const find = async (id: string) => {
    asked.push(id);
    return (id === 'held' ? { hold: { at: '2026-11-30T00:00:00.000Z', ground: 'paper' } } : undefined) as never;
  };
  const isHeld = findHolds({ requests: { find }, accounts: { find } });
  const { request, ...rest } = { ...entry(0), ...more };
  const one = { ...rest, ...(request !== undefined && { request }) } as Entry;
  expect(await isHeld(one)).toBe(expected);
  const count = asked.length;
  expect(await isHeld(one)).toBe(expected);
  expect(asked).toHaveLength(count);
});
