import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { acceptWork } from '../../../../../functions/decisions/accept-work/accept-work.ts';
import { claimWork } from '../../../../../functions/queue/claim-work/claim-work.ts';
import { contract as counted } from '../../../../../functions/queue/count-work/contract.ts';
import { countWork } from '../../../../../functions/queue/count-work/count-work.ts';
import { contract as listed } from '../../../../../functions/queue/list-work/contract.ts';
import { listWork } from '../../../../../functions/queue/list-work/list-work.ts';
import { contract as shown } from '../../../../../functions/queue/show-work/contract.ts';
import { showWork } from '../../../../../functions/queue/show-work/show-work.ts';
import { tellOthers } from '../../../../../lib/adapters/identity/tell-others.ts';
import { findService } from '../../../../../lib/domain/regulation/cards.ts';
import { addTelling } from '../../../../../lib/domain/request/telling.ts';
import { asked, bodyOf } from '../../../../functions/asked.ts';
import { machines } from '../../../../functions/cast.ts';
import { callerOf, head, office, openOffice, type Office } from '../../../../functions/office-scene.ts';
import { after, must } from '../example.ts';

let scene: Office;
beforeEach(async () => (scene = await openOffice()));
afterEach(() => scene.close());

const needs = (minutes: number) => ({ ...scene, findService, machines: machines(), now: after(minutes) });
const [serik, gulnar] = [callerOf('serik'), callerOf('gulnar')];
const accept = (id: string, caller = serik, minutes = 10) =>
  acceptWork(asked({ params: { id } }), caller, needs(minutes));
const claim = (id: string, caller = serik, minutes = 10) =>
  claimWork(asked({ params: { id } }), caller, needs(minutes));
const mine = async (caller = serik, minutes = 10, query: object = { who: 'me' }) =>
  bodyOf(listed, await listWork(asked({ query: listed.query.parse(query) }), caller, needs(minutes))).work;

it('while somebody is away, the substitute has their work beside the own: in the list, in the counts, on its page', async () => {
  const ids = [await scene.open(1, 'gulnar'), await scene.open(2, 'serik'), await scene.open(3, 'gulnar')];
  await scene.away('gulnar', 'serik');
  expect((await mine()).map(({ id }) => id)).toEqual(ids);
  expect((await mine())[0]?.claimedBy).toMatchObject({ name: 'Демо gulnar', substitute: 'Демо serik', mine: true });
  expect(await mine(serik, 10, { who: 'others' })).toEqual([]);
  expect(await mine(gulnar)).toEqual([]);
  const counts = async (caller = serik) => bodyOf(counted, await countWork(caller, needs(10))).mine;
  expect([await counts(), await counts(gulnar)]).toEqual([3, 0]);
  const page = bodyOf(shown, await showWork(asked({ params: { id: ids[0]! } }), serik, needs(10)));
  expect(page.work.claimedBy?.mine).toBe(true);
});

it('page by page, the work of both comes once and in order', async () => {
  const ids = [];
  for (let n = 0; n < 7; n += 1) ids.push(await scene.open(n, n % 3 === 0 ? 'serik' : 'gulnar'));
  await scene.away('gulnar', 'serik');
  for (const sort of ['due', '-due']) {
    const seen: string[] = [];
    for (let next: string | undefined = ''; next !== undefined;) {
      const query = { who: 'me', limit: '2', sort, ...(next && { from: next }) };
      const page: { work: { id: string }[]; next?: string | undefined } = bodyOf(
        listed,
        await listWork(asked({ query: listed.query.parse(query) }), serik, needs(10)),
      );
      seen.push(...page.work.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(sort === 'due' ? ids : ids.toReversed());
  }
});

it('a head sees what one person has, and none of it at another place', async () => {
  const id = await scene.open(1, 'gulnar');
  await scene.open(2, 'serik');
  expect((await mine(head, 10, { worker: 'gulnar' })).map((line) => line.id)).toEqual([id]);
  const other = { ...head, office: 'south-kazakhstan-employment-turkestan' };
  expect(await mine(other, 10, { worker: 'gulnar' })).toEqual([]);
});

it('what the substitute begins becomes theirs, and the history says for whom; the rest comes back', async () => {
  const [begun, left] = [await scene.open(1, 'gulnar'), await scene.open(2, 'gulnar')];
  await scene.away('gulnar', 'serik');
  expect(await claim(begun)).toHaveProperty('body');
  expect(await scene.workOf(begun)).toMatchObject({ claimedBy: { account: 'serik', insteadOf: 'Демо gulnar' } });
  expect((await scene.requests.find(begun))?.events.at(-1)).toMatchObject({
    ...{ code: 'stood-in', by: 'serik', about: { by: 'gulnar', as: { name: 'Демо gulnar' } } },
  });
  expect((await mine(gulnar, 51)).map(({ id }) => id)).toEqual([left]);
  expect(await accept(begun, serik, 51)).toHaveProperty('body');
  expect(await accept(left, serik, 51)).toMatchObject({ refused: 'work/claimed' });
});

it('acting at once is enough: the substitute accepts without claiming first', async () => {
  const id = await scene.open(1, 'gulnar');
  await scene.away('gulnar', 'serik');
  expect(await accept(id)).toHaveProperty('body');
  expect((await scene.requests.find(id))?.events.slice(-2).map(({ code, by }) => [code, by])).toEqual([
    ['stood-in', 'serik'],
    ['accepted', 'serik'],
  ]);
});

it('whoever is away does nothing, and nobody but the substitute does their work', async () => {
  const [id, free] = [await scene.open(1, 'gulnar'), await scene.open(2)];
  await scene.away('gulnar', 'head', ['mio-officer', 'mio-head']);
  for (const each of [id, free]) expect(await claim(each, gulnar)).toEqual({ refused: 'work/away' });
  expect(await accept(id, gulnar)).toEqual({ refused: 'work/away' });
  expect(await claim(id)).toMatchObject({ refused: 'work/claimed' });
});

it('rows of an absent head are the substitute’s only with a mandate that works, and only while the head is away', async () => {
  const id = await scene.open(1, undefined, { task: 'assign', by: 'head' });
  await scene.away('head', 'serik', ['mio-head', 'mio-officer']);
  expect(await claim(id)).toEqual({ refused: 'work/unknown' });
  const mandate = (until: number) =>
    scene.accounts.change('serik', (kept) => ({
      ...kept,
      account: {
        ...kept.account,
        mandate: { from: after(0).toISOString(), until: after(until).toISOString(), office, by: 'head' },
      },
    }));
  await mandate(9);
  expect(await claim(id)).toEqual({ refused: 'work/unknown' });
  await mandate(999);
  for (const caller of [gulnar, callerOf('member', 'commission-member')])
    expect(await claim(id, caller)).toEqual({ refused: 'work/unknown' });
  expect(await claim(id, serik, 50)).toEqual({ refused: 'work/unknown' });
  expect(await claim(id)).toHaveProperty('body');
});

it('a reminder reaches whoever stands in when it is told, and nobody when nobody has the work', async () => {
  const told = { id: 'x', to: 'worker', at: after(9).toISOString(), code: 'work-overdue', facts: {} } as const;
  const ring = async (id: string, minutes: number) => {
    const request = (await scene.requests.find(id))!;
    await tellOthers(must(addTelling(request, told)), { ...scene, now: after(minutes) });
  };
  const id = await scene.open(1, 'gulnar');
  await scene.away('gulnar', 'serik');
  await ring(id, 10);
  expect([await scene.codesOf('gulnar'), await scene.codesOf('serik')]).toEqual([[], ['work-overdue']]);
  await ring(id, 51);
  expect(await scene.codesOf('gulnar')).toEqual(['work-overdue']);
  await ring(await scene.open(2), 10);
});
