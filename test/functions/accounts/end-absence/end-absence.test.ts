import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { contract } from '../../../../functions/accounts/end-absence/contract.ts';
import { endAbsence } from '../../../../functions/accounts/end-absence/end-absence.ts';
import { awayNow } from '../../../../lib/domain/identity/absence.ts';
import { bodyOf } from '../../asked.ts';
import { after } from '../../../lib/domain/request/example.ts';
import { head, office, openOffice, type Office } from '../../office-scene.ts';

let scene: Office;
beforeEach(async () => (scene = await openOffice()));
afterEach(() => scene.close());

const end = (account: string, firstDay = '2026-11-23') =>
  endAbsence({ params: { account }, query: { firstDay } }, head, { accounts: scene.accounts, now: after(20) });
const isAway = async () => awayNow(await scene.accounts.absencesAt(office), 'gulnar', after(20)) !== undefined;

it('whoever is back is back at once; again, and on another day, it changes nothing', async () => {
  await scene.away('gulnar', 'serik');
  await end('gulnar', '2026-11-24');
  expect(await isAway()).toBe(true);
  for (const _ of [1, 2]) expect(bodyOf(contract, await end('gulnar'))).toEqual({ absences: [] });
  expect(await isAway()).toBe(false);
});

it('people of another office, whose post rests, or nobody, are unknown', async () => {
  for (const account of ['erlan', 'resting', 'unknown'])
    expect(await end(account)).toEqual({ refused: 'staff/unknown' });
});
