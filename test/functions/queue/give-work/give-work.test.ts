import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { claimWork } from '../../../../functions/queue/claim-work/claim-work.ts';
import { contract } from '../../../../functions/queue/give-work/contract.ts';
import { giveWork } from '../../../../functions/queue/give-work/give-work.ts';
import { ORDERED } from '../../../../lib/adapters/http/views/ordered-view.ts';
import type { Answered } from '../../../../lib/adapters/http/serve.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { after, numbered } from '../../../lib/domain/request/example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { callerOf, claimedAt, head, office, openOffice, row, type Office } from '../../office-scene.ts';

let scene: Office;
beforeEach(async () => (scene = await openOffice()));
afterEach(() => scene.close());

type Seen = { readonly id: string; readonly row?: string; readonly claimedAt?: string };
const give = (to: string, work: readonly Seen[], now = after(6), caller = head) =>
  giveWork(
    asked({
      params: { account: to },
      body: contract.body.parse({ ground: 'Ровная нагрузка', work: work.map((each) => ({ row, ...each })) }),
    }),
    caller,
    { ...scene, now },
  );
const outcomes = async (answer: ReturnType<typeof give>) =>
  bodyOf(contract, await answer).work.map(({ done, problem }) => (done ? 'done' : problem?.code));

it('gives each piece, tells who gets and who loses it once, and the journal has an entry for each', async () => {
  const ids = [await scene.open(1), await scene.open(2, 'serik')];
  const answer = await give('gulnar', [{ id: ids[0]! }, { id: ids[1]!, claimedAt }]);
  expect(bodyOf(contract, answer)).toEqual({ work: ids.map((id) => ({ id, done: true })) });
  for (const id of ids)
    expect(await scene.workOf(id)).toMatchObject({
      claimedBy: { account: 'gulnar' },
      assigned: { by: { account: 'head' }, ground: 'Ровная нагрузка' },
    });
  expect([await scene.codesOf('gulnar'), await scene.codesOf('serik')]).toEqual([['work-given'], ['work-gone']]);
  expect((answer as Answered).acts).toEqual(ids.map((request) => ({ request, subject: 'gulnar', outcome: 'done' })));
});

it('the same again is the same answer and changes nothing', async () => {
  const work = [{ id: await scene.open(1) }, { id: await scene.open(2, 'serik'), claimedAt }];
  const first = bodyOf(contract, await give('gulnar', work));
  const kept = await scene.workOf(work[0]!.id);
  expect(bodyOf(contract, await give('gulnar', work, after(9)))).toEqual(first);
  expect(await scene.workOf(work[0]!.id)).toEqual(kept);
});

it('one that has moved on does not stop the others', async () => {
  const ids = [await scene.open(1, 'serik'), await scene.open(2), await scene.open(3)];
  const work = [
    { id: ids[0]! },
    { id: ids[1]!, row: '06-mio-decide' },
    { id: ids[2]! },
    { id: '01KAH7M0000000000000009999' },
  ];
  const answer = give('gulnar', work);
  expect(await outcomes(answer)).toEqual(['work/claimed', 'work/moved-on', 'done', 'work/unknown']);
  expect(JSON.stringify(await answer)).toContain('Демо serik');
  expect(await scene.workOf(ids[0]!)).toMatchObject({ claimedBy: { account: 'serik' } });
});

it('of a claim and a gift at the same time one wins, and the other is told', async () => {
  for (let n = 0; n < 10; n += 1) {
    const id = await scene.open(n);
    const [given, claimed] = await Promise.all([
      outcomes(give('gulnar', [{ id }])),
      claimWork(asked({ params: { id } }), callerOf('serik'), { ...scene, findService, now: after(6) }),
    ]);
    const holder = (await scene.workOf(id))?.claimedBy?.account;
    expect([given[0], 'refused' in claimed ? claimed.refused : 'done', holder]).toEqual(
      holder === 'gulnar' ? ['done', 'work/claimed', 'gulnar'] : ['work/claimed', 'done', 'serik'],
    );
  }
});

it('nothing is given to whoever may not do it', async () => {
  const [plain, toSign, ofHead] = [
    await scene.open(1),
    await scene.open(2, undefined, { task: 'sign' }),
    await scene.open(3, undefined, { task: 'assign', by: 'head' }),
  ];
  expect(await outcomes(give('member', [{ id: plain }]))).toEqual(['work/not-for-them']);
  expect(await outcomes(give('gulnar', [{ id: toSign }, { id: ofHead }]))).toEqual([
    'work/not-for-them',
    'work/not-for-them',
  ]);
  await scene.accounts.change('gulnar', (kept) => ({
    ...kept,
    account: {
      ...kept.account,
      mandate: { from: after(0).toISOString(), until: after(99).toISOString(), office, by: 'head' },
    },
  }));
  expect(await outcomes(give('gulnar', [{ id: toSign }, { id: ofHead }]))).toEqual(['done', 'work/not-for-them']);
  await scene.accounts.change('serik', (kept) => ({
    ...kept,
    account: { ...kept.account, iin: numbered().applicant.iin },
  }));
  expect(await outcomes(give('serik', [{ id: plain }]))).toEqual(['work/not-for-them']);
});

it('nothing is given to somebody away, of another office, or nobody', async () => {
  const id = await scene.open(1);
  await scene.away('gulnar', 'serik');
  expect(await give('gulnar', [{ id }])).toEqual({ refused: 'absence/away' });
  for (const nobody of ['erlan', 'resting', 'unknown'])
    expect(await give(nobody, [{ id }])).toEqual({ refused: 'staff/unknown' });
});

it('a head of another office gives none of this one', async () => {
  const id = await scene.open(1);
  const other = { ...head, office: 'south-kazakhstan-employment-turkestan' };
  expect(await outcomes(give('erlan', [{ id }], after(6), other))).toEqual(['work/unknown']);
});

it('takes as many as are allowed in one call, and no more; a ground is required', async () => {
  const work = await Promise.all(Array.from({ length: ORDERED }, async (_, n) => ({ id: await scene.open(n), row })));
  expect(new Set(await outcomes(give('gulnar', work)))).toEqual(new Set(['done']));
  const ground = 'Ровная нагрузка';
  expect(contract.body.safeParse({ work: [...work, work[0]], ground }).success).toBe(false);
  for (const bad of ['', '  ', 'x'.repeat(201)])
    expect(contract.body.safeParse({ work, ground: bad }).success).toBe(false);
});
