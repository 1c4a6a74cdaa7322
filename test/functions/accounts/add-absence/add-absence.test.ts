import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { addAbsence } from '../../../../functions/accounts/add-absence/add-absence.ts';
import { contract } from '../../../../functions/accounts/add-absence/contract.ts';
import { ABSENCE_DAYS } from '../../../../lib/domain/identity/absence.ts';
import { bodyOf } from '../../asked.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { head, office, openOffice, type Office } from '../../office-scene.ts';

let scene: Office;
beforeEach(async () => (scene = await openOffice()));
afterEach(() => scene.close());

/** The example begins on 23 November 2026 at 10:00 of the office. */
const add = (firstDay: string, lastDay = firstDay, [away, substitute] = ['gulnar', 'serik']) =>
  addAbsence({ params: { account: away }, body: { firstDay, lastDay, substitute } }, head, {
    ...{ accounts: scene.accounts, now: after(0) },
  });

it('somebody is away from the first moment of the first day to the end of the last, by the office’s clocks', async () => {
  const answer = await add('2026-11-23', '2026-12-04');
  expect(bodyOf(contract, answer).absences).toMatchObject([
    { firstDay: '2026-11-23', lastDay: '2026-12-04', now: true, substitute: { fullName: 'Демо serik' } },
  ]);
  expect(answer).toMatchObject({ about: { subject: 'gulnar' } });
  expect(await scene.accounts.absencesAt(office)).toMatchObject([
    { from: '2026-11-22T19:00:00.000Z', until: '2026-12-04T19:00:00.000Z', by: 'head' },
  ]);
  expect(await scene.codesOf('serik')).toEqual(['stands-in']);
  await scene.accounts.change('serik', (kept) => ({ ...kept, account: { ...kept.account, notices: [] } }));
  await add('2026-11-23', '2026-12-04');
  expect(await scene.accounts.absencesAt(office)).toHaveLength(1);
  // Who was told before is not told again.
  expect(await scene.codesOf('serik')).toEqual([]);
});

it('of two at once that would stand in for each other one is refused', async () => {
  const answers = await Promise.all([
    add('2026-11-24', '2026-11-25', ['gulnar', 'serik']),
    add('2026-11-24', '2026-11-25', ['serik', 'gulnar']),
  ]);
  expect(answers.filter((each) => 'refused' in each)).toEqual([{ refused: 'absence/substitute-away' }]);
});

it.each([
  ['a day that has passed', '2026-11-22', '2026-11-24', '/firstDay', 'not-past'],
  ['an end before the beginning', '2026-11-25', '2026-11-24', '/lastDay', 'not-before'],
  [`more than ${ABSENCE_DAYS} days`, '2026-11-25', '2027-11-25', '/lastDay', 'days-ahead'],
])('%s is refused', async (_, firstDay, lastDay, field, rule) => {
  expect(await add(firstDay, lastDay)).toMatchObject({ refused: 'input/invalid', errors: [{ field, rule }] });
});

it.each([
  ['erlan', 'serik', 'staff/unknown'],
  ['resting', 'serik', 'staff/unknown'],
  ['unknown', 'serik', 'staff/unknown'],
  ['gulnar', 'erlan', 'absence/unfit'],
  ['gulnar', 'resting', 'absence/unfit'],
  ['gulnar', 'member', 'absence/unfit'],
])('%s with %s as the substitute is refused', async (away, substitute, refused) => {
  expect(await add('2026-11-24', '2026-11-25', [away, substitute])).toEqual({ refused });
  expect(await scene.accounts.absencesAt(office)).toEqual([]);
});
