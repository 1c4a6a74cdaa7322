import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/queue/recall-work/contract.ts';
import { recallWork } from '../../../../functions/queue/recall-work/recall-work.ts';
import type { Answered } from '../../../../lib/adapters/http/serve.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { asked, bodyOf } from '../../asked.ts';
import { claimedAt, head, openOffice, row, type Office } from '../../office-scene.ts';

let scene: Office;
beforeEach(async () => (scene = await openOffice()));
afterEach(() => scene.close());

const recall = (ids: readonly string[], caller = head) =>
  recallWork(
    asked({
      body: contract.body.parse({ ground: 'Сотрудник заболел', work: ids.map((id) => ({ id, row, claimedAt })) }),
    }),
    caller,
    { ...scene, now: after(6) },
  );

it('takes work back, also from somebody away; the substitute loses it and is told', async () => {
  const ids = [await scene.open(1, 'serik'), await scene.open(2, 'gulnar')];
  await scene.away('gulnar', 'serik');
  const answer = await recall(ids);
  expect(bodyOf(contract, answer).work.every(({ done }) => done)).toBe(true);
  for (const id of ids) expect(await scene.workOf(id)).not.toHaveProperty('claimedBy');
  expect(await scene.workOf(ids[1]!)).toMatchObject({
    assigned: { from: { account: 'gulnar' }, ground: 'Сотрудник заболел' },
  });
  expect([await scene.codesOf('serik'), await scene.codesOf('gulnar')]).toEqual([['work-gone'], []]);
  expect((answer as Answered).acts?.map(({ subject }) => subject)).toEqual(['serik', 'gulnar']);
});

it('what nobody has stays as it is, and a claim that the head has not seen stays, too', async () => {
  const free = await scene.open(1);
  expect(bodyOf(contract, await recall([free]))).toEqual({ work: [{ id: free, done: true }] });
  expect(await scene.workOf(free)).not.toHaveProperty('assigned');
});

it('a head of another office takes none of this one', async () => {
  const id = await scene.open(1, 'serik');
  const answer = await recall([id], { ...head, office: 'south-kazakhstan-employment-turkestan' });
  expect(bodyOf(contract, answer).work).toMatchObject([{ done: false, problem: { code: 'work/unknown' } }]);
  expect(await scene.workOf(id)).toMatchObject({ claimedBy: { account: 'serik' } });
});
