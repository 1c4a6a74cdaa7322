import { describe, expect, it } from '@jest/globals';
import type { Problem } from '../../../web/http/problem.ts';
import { drain, followRefusal, MOST_TRIES, pauseAfter, untilNext, type Change } from '../../../web/outbox/drain.ts';
import { LIFE, type Content, type Line } from '../../../web/outbox/entry.ts';

const line = (id: string, change: Partial<Line> = {}): Line => ({
  ...{ id, account: 'a', key: 'k', at: 0, state: 'waiting', bytes: 1, tries: 0, next: 0, sent: 0, scans: 0 },
  ...change,
});
const content = { scans: [] } as unknown as Content;

/** Drains these lines; what the server says by the id of the entry, otherwise it takes it. */
async function drained(lines: readonly Line[], says: Readonly<Record<string, Problem | Error>>, now = 1000) {
  const [tried, arrived, changes]: [string[], string[], Record<string, Change>] = [[], [], {}];
  await drain({
    lines: async () => lines,
    send: async ({ id }) => {
      tried.push(id);
      const said = says[id] ?? content;
      if (said instanceof Error) throw said;
      return said;
    },
    change: async (id, change) => {
      changes[id] = change;
    },
    arrived: async (id) => arrived.push(id),
    now: () => now,
    random: () => 0.5,
  });
  return { tried, arrived, changes };
}

const cut: Problem = { problem: 'network/failed' };
const busy: Problem = { problem: 'access/too-many', status: 429 };
const down: Problem = { problem: 'server/failed', status: 503 };
const signIn: Problem = { problem: 'access/unauthenticated', status: 401 };
const byEds: Problem = { problem: 'session/eds-needed', status: 403 };
const wrong: Problem = { problem: 'form/invalid', status: 422, errors: [] };

describe('draining', () => {
  it.each([cut, signIn, byEds])('stops at $problem, and changes nothing', async (said) => {
    expect(await drained([line('one'), line('two')], { one: said })).toEqual({
      ...{ tried: ['one'], arrived: [], changes: {} },
    });
  });

  it('keeps what is refused, with the reason, and goes on', async () => {
    const { arrived, changes } = await drained([line('one'), line('two')], { one: wrong });
    expect([arrived, changes]).toEqual([['two'], { one: { state: 'refused', problem: wrong } }]);
  });

  it('lets no failing or unreadable entry hold up the others', async () => {
    const { arrived, changes } = await drained([line('one'), line('two'), line('three')], {
      ...{ one: down, two: new Error('no key') },
    });
    expect(arrived).toEqual(['three']);
    expect(changes).toMatchObject({ one: { tries: 1 }, two: { state: 'refused' } });
  });

  it('asks nothing more of a server that is busy', async () => {
    expect((await drained([line('one'), line('two')], { one: busy })).tried).toEqual(['one']);
  });

  it('tries only what waits, is due and is not a day old', async () => {
    const states = (['open', 'stuck', 'refused', 'to-sign'] as const).map((state) => line(state, { state }));
    const lines = [
      ...states,
      line('later', { next: 1001 }),
      line('old', { at: 1000 - LIFE }),
      line('due', { next: 1000 }),
    ];
    expect((await drained(lines, {})).tried).toEqual(['due']);
  });
});

describe('a server that fails', () => {
  it('is tried a bounded number of times, each time later; then a person decides', () => {
    const pauses: number[] = [];
    let tries = 0;
    for (; tries < 100; tries += 1) {
      const { change } = followRefusal(down, line('one', { tries }), 0, 0);
      if (change?.state === 'stuck') break;
      pauses.push(change!.next!);
    }
    expect([tries + 1, pauses]).toEqual([MOST_TRIES, [5000, 10_000, 20_000, 40_000, 80_000]]);
  });

  it('is not asked by all counters in the same second', () => {
    expect([pauseAfter(1, 0), pauseAfter(1, 0.5), pauseAfter(1, 0.999)]).toEqual([5000, 7500, 9995]);
  });
});

it('the next try is when the first entry is due; nothing waits without one', () => {
  expect(untilNext([line('one', { next: 3000 }), line('two', { next: 2000 })], 1000)).toBe(1000);
  expect(untilNext([line('one', { state: 'stuck' }), line('old', { at: -LIFE })], 1000)).toBeUndefined();
});
