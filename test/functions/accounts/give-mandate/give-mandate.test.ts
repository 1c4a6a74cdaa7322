import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/give-mandate/contract.ts';
import { giveMandate } from '../../../../functions/accounts/give-mandate/give-mandate.ts';
import { MANDATE_DAYS } from '../../../../lib/domain/identity/mandate.ts';
import { after } from '../../../lib/adapters/identity/people.ts';
import { bodyOf } from '../../asked.ts';
import { head, office, openMandates, type Mandates } from '../mandate-scene.ts';

let mandates: Mandates;
beforeEach(async () => (mandates = await openMandates()));
afterEach(() => mandates.close());

/** The example begins on 23 November 2026 at 09:00 of the office. */
const give = (lastDay: string, account = 'officer', now = after(60)) =>
  giveMandate({ params: { account }, body: { lastDay } }, head, { accounts: mandates.accounts, now });

it('an officer of the office may sign to the end of the last day, by the office’s clocks', async () => {
  const shown = bodyOf(contract, await give('2026-12-31'));
  expect(shown).toMatchObject({ account: 'officer', mandate: { lastDay: '2026-12-31', over: false } });
  const mandate = { from: after(60).toISOString(), until: '2026-12-31T19:00:00.000Z', office, by: 'head' };
  expect(await mandates.mandateOf('officer')).toEqual(mandate);
  expect(JSON.stringify(shown)).not.toMatch(/8001013|@/);
});

it('they and the administrators are told; given again, it has another term', async () => {
  expect(await give('2026-12-31')).toMatchObject({ about: { subject: 'officer' } });
  await give('2026-11-23', 'officer', after(90));
  expect(await mandates.mandateOf('officer')).toMatchObject({ until: '2026-11-23T19:00:00.000Z' });
  expect(await mandates.codesOf('officer')).toEqual(['mandate-given']);
  expect(await mandates.codesOf('admin')).toEqual(['posts-changed']);
});

it.each([
  ['a day that has passed', '2026-11-22', 'not-past'],
  [`more than ${MANDATE_DAYS} days`, '2027-11-25', 'days-ahead'],
])('%s is refused', async (_, lastDay, rule) => {
  expect(await give(lastDay)).toMatchObject({ refused: 'input/invalid', errors: [{ field: '/lastDay', rule }] });
  expect(await mandates.mandateOf('officer')).toBeUndefined();
});

it('today and the longest term are allowed', async () => {
  for (const day of ['2026-11-23', '2027-11-24']) expect(await give(day)).toHaveProperty('body');
});

it.each([
  ['themselves', 'head', 'mandate/own'],
  ['people of another office', 'elsewhere', 'staff/unknown'],
  ['people whose post rests', 'resting', 'staff/unknown'],
  ['people of another role', 'admin', 'staff/unknown'],
  ['nobody', 'unknown', 'staff/unknown'],
])('heads give none to %s', async (_, account, refused) => {
  expect(await give('2026-12-31', account)).toEqual({ refused });
});
