import { expect, it } from '@jest/globals';
import type * as z from 'zod';
import { contract } from '../../../../functions/catalogue/list-indicators/contract.ts';
import { listIndicators, LONGEST } from '../../../../functions/catalogue/list-indicators/list-indicators.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { bodyOf } from '../../asked.ts';

const [service, other] = ['south-kazakhstan-unemployed-certificate', 'zhambyl-disabled-child-support'];
const office = findService(service, PRESENT)!.offices[0]!.code;
const services = serviceIds.map((id) => findService(id, PRESENT)!);
const silent = services.filter(({ asks }) => asks.length === 0).map(({ id }) => id);

function ask(query: object, { now = '2026-11-02T00:00:00Z', people = 5 } = {}) {
  const read: (readonly string[])[] = [];
  const ballots = {
    tally: async (...asked: readonly string[]) => {
      read.push(asked);
      const [of, since = '', until = ''] = asked;
      return of === service && since <= '2026-03' && '2026-03' <= until
        ? [{ month: '2026-03', office, people, quality: 4, accessibility: 5 }]
        : [];
    },
  };
  const asked = { query: contract.query.parse(query) };
  return listIndicators(asked, { services, ballots, now: new Date(now) }).then((answered) => ({ answered, read }));
}
const lineOf = async (query: object, at?: { now?: string; people?: number }) =>
  bodyOf(contract, (await ask({ service, office, ...query }, at)).answered).indicators[0];

it('shows shares by service and office, for the months that have ended', async () => {
  const { answered } = await ask({ service, office });
  expect(bodyOf(contract, answered)).toMatchObject({
    since: '2026-01',
    until: '2026-10',
    indicators: [{ service, office, figures: { since: '2026-03', people: 5, quality: 80, accessibility: 100 } }],
  });
});

it('shows a group of five and none of four, and says nothing else about it', async () => {
  expect(await lineOf({}, { people: 4 })).not.toHaveProperty('figures');
  expect(await lineOf({}, { people: 4 })).toEqual(await lineOf({ since: '2026-04' }));
});

it('shows a month from the second day after it on', async () => {
  expect(await lineOf({}, { now: '2026-04-01T18:00:00Z' })).not.toHaveProperty('figures');
  expect(await lineOf({}, { now: '2026-04-02T00:00:00Z' })).toHaveProperty('figures');
  const january = await ask({}, { now: '2027-01-15T00:00:00Z' });
  expect(bodyOf(contract, january.answered)).toMatchObject({ since: '2026-01', until: '2026-12' });
});

it('takes at most so many months, none backwards, and asks nothing about the future', async () => {
  expect((await ask({ since: '2023-11', until: '2026-10' })).answered).toHaveProperty('body');
  for (const query of [
    { since: '2023-10', until: '2026-10' },
    { since: '2026-02', until: '2026-01' },
  ])
    expect((await ask(query)).answered).toEqual({ refused: 'indicators/too-long', facts: { months: LONGEST } });
  expect((await ask({ since: '2026-11', until: '2026-12' })).read).toEqual([]);
  expect(contract.query.safeParse({ since: '2026-13' }).success).toBe(false);
});

it('reads whole years, each service of the page once, and lists every office that asks, page by page', async () => {
  const { read } = await ask({ since: '2025-06', until: '2026-12', limit: '100' });
  expect(new Set(read.map(([id]) => id)).size).toBe(read.length);
  expect(read.every(([, since, until]) => since === '2025-01' && until === '2026-10')).toBe(true);
  const seen: string[] = [];
  for (let from: string | undefined = ''; from !== undefined;) {
    const page: z.infer<typeof contract.answer> = bodyOf(
      contract,
      (await ask({ limit: '100', ...(from !== '' && { from }) })).answered,
    );
    seen.push(...page.indicators.map((line) => `${line.service} ${line.office}`));
    from = page.next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength(services.filter(({ asks }) => asks.length > 0).flatMap(({ offices }) => offices).length);
  expect(silent).not.toHaveLength(0);
  expect(seen.some((line) => silent.includes(line.split(' ')[0]!))).toBe(false);
  expect(bodyOf(contract, (await ask({ service: other })).answered).indicators).toHaveLength(1);
  expect(bodyOf(contract, (await ask({ region: 'zhambyl' })).answered).indicators).toHaveLength(1);
});
