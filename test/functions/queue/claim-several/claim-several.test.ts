import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { claimSeveral } from '../../../../functions/queue/claim-several/claim-several.ts';
import { contract } from '../../../../functions/queue/claim-several/contract.ts';
import type { Answered } from '../../../../lib/adapters/http/serve.ts';
import { ORDERED } from '../../../../lib/adapters/http/views/ordered-view.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { callerOf, claimedAt, head, openOffice, type Office } from '../../office-scene.ts';

let scene: Office;
beforeEach(async () => (scene = await openOffice()));
afterEach(() => scene.close());

const claim = (ids: readonly string[], caller = callerOf('serik'), now = after(6)) =>
  claimSeveral(asked({ body: contract.body.parse({ work: ids.map((id) => ({ id })) }) }), caller, { ...scene, now });
const outcomes = async (answer: ReturnType<typeof claim>) =>
  bodyOf(contract, await answer).work.map(({ done, problem }) => (done ? 'done' : problem?.code));

it('claims each by the rules of a single claim; one that is refused stops no other; the journal has an entry for each', async () => {
  const ids = [
    await scene.open(1),
    await scene.open(2, 'gulnar'),
    await scene.open(3, undefined, { task: 'sign' }),
    await scene.open(4, undefined, { task: 'assign', by: 'head' }),
    '01KAH7M0000000000000009999',
    await scene.open(5),
  ];
  const answer = await claim(ids);
  const expected = ['done', 'work/claimed', 'work/no-mandate', 'work/unknown', 'work/unknown', 'done'];
  expect(bodyOf(contract, answer).work.map(({ id }) => id)).toEqual(ids);
  expect(await outcomes(Promise.resolve(answer))).toEqual(expected);
  expect(bodyOf(contract, answer).work[1]?.problem).toMatchObject({
    status: 409,
    title: expect.stringContaining('gulnar'),
  });
  expect((answer as Answered).acts).toEqual(ids.map((request, n) => ({ request, outcome: expected[n] })));
  expect(await scene.workOf(ids[0]!)).toMatchObject({ claimedBy: { account: 'serik' } });
  expect(await scene.workOf(ids[1]!)).toMatchObject({ claimedBy: { account: 'gulnar', at: claimedAt } });
});

it('the same again is the same answer and changes nothing, also if one stands there twice', async () => {
  const ids = [await scene.open(1), await scene.open(2)];
  const first = bodyOf(contract, await claim([...ids, ids[0]!]));
  expect(first.work.every(({ done }) => done)).toBe(true);
  const kept = await scene.workOf(ids[0]!);
  expect(bodyOf(contract, await claim([...ids, ids[0]!], callerOf('serik'), after(9)))).toEqual(first);
  expect(await scene.workOf(ids[0]!)).toEqual(kept);
});

it('of two officers at the same time one has each piece, and the other is told', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, (_, n) => scene.open(n)));
  const [one, other] = await Promise.all([outcomes(claim(ids)), outcomes(claim(ids, callerOf('gulnar')))]);
  for (const [n, id] of ids.entries()) {
    const holder = (await scene.workOf(id))?.claimedBy?.account;
    expect([one[n], other[n]]).toEqual(holder === 'serik' ? ['done', 'work/claimed'] : ['work/claimed', 'done']);
  }
});

it('whoever is away claims nothing; a head takes over', async () => {
  const ids = [await scene.open(1), await scene.open(2, 'serik')];
  expect(await outcomes(claim(ids, head))).toEqual(['done', 'done']);
  await scene.away('gulnar', 'serik');
  expect(await outcomes(claim([await scene.open(3)], callerOf('gulnar')))).toEqual(['work/away']);
});

it('takes as many as are allowed in one call, and no more', async () => {
  const ids = await Promise.all(Array.from({ length: ORDERED }, (_, n) => scene.open(n)));
  expect(new Set(await outcomes(claim(ids)))).toEqual(new Set(['done']));
  const work = ids.map((id) => ({ id }));
  expect(contract.body.safeParse({ work: [...work, work[0]] }).success).toBe(false);
  expect(contract.body.safeParse({ work: [] }).success).toBe(false);
});
