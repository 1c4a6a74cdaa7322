import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workDueAt } from '../../../../lib/adapters/dynamo/fill-page.ts';
import { mergePages } from '../../../../lib/adapters/dynamo/merge-pages.ts';
import type { Page, PageAsked, PageEnd } from '../../../../lib/adapters/dynamo/page.ts';
import type { Line } from '../../../../lib/domain/request/line.ts';

const lineOf = (n: number) => ({ id: String(n).padStart(3, '0'), work: { dueAt: `d${n % 7}` } }) as unknown as Line;
const compare = (one: Line, other: Line) => (workDueAt(one) < workDueAt(other) ? -1 : 1);

/** A list that leaves out what cannot be read, as the table does. */
const listOf =
  (lines: readonly Line[], latestFirst: boolean) =>
  async ({ limit, from }: PageAsked): Promise<Page> => {
    const sorted = latestFirst ? lines.toSorted(compare).toReversed() : lines.toSorted(compare);
    const rest = sorted.filter(
      (line) => !from || (latestFirst ? workDueAt(line) < from[0] : workDueAt(line) > from[0]),
    );
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return {
      lines: page.filter(({ id }) => !id.endsWith('9')),
      ...(rest.length > limit && last && { next: [workDueAt(last), last.id] as const }),
    };
  };

it('reads several lists as if they were one, each line once, in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(2), { maxLength: 60 }),
      fc.integer({ min: 1, max: 7 }),
      fc.boolean(),
      async (owners, limit, latestFirst) => {
        const of = (owner: number) => owners.flatMap((each, n) => (each === owner ? [lineOf(n)] : []));
        const lists = [0, 1, 2].map((owner) => listOf(of(owner), latestFirst));
        const seen: Line[] = [];
        let from: PageEnd | undefined;
        for (let page = 0; page < 100; page += 1) {
          const found: Page = await mergePages(lists, { limit, from }, { sortOf: workDueAt, latestFirst });
          expect(found.lines.length).toBeLessThanOrEqual(limit);
          seen.push(...found.lines);
          from = found.next;
          if (!from) break;
        }
        const whole = owners
          .map((_, n) => lineOf(n))
          .filter(({ id }) => !id.endsWith('9'))
          .toSorted(compare);
        expect(seen).toEqual(latestFirst ? whole.toReversed() : whole);
      },
    ),
  );
});

it('of no list nothing is listed', async () => {
  expect(await mergePages([], { limit: 5 }, { sortOf: workDueAt })).toEqual({ lines: [] });
});
