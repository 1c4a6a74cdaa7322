import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { giveMandate } from '../../../../functions/accounts/give-mandate/give-mandate.ts';
import { contract } from '../../../../functions/accounts/list-mandates/contract.ts';
import { listMandates } from '../../../../functions/accounts/list-mandates/list-mandates.ts';
import { after } from '../../../lib/adapters/identity/people.ts';
import { bodyOf } from '../../asked.ts';
import { head, openMandates, type Mandates } from '../mandate-scene.ts';

let mandates: Mandates;
beforeEach(async () => (mandates = await openMandates()));
afterEach(() => mandates.close());

const list = async (now = after(90)) =>
  bodyOf(contract, await listMandates(head, { accounts: mandates.accounts, now }));

it('shows the serving officers of the head’s own office, and who may sign until when', async () => {
  const officer = { account: 'officer', fullName: 'Ахметова Сауле Бериковна', position: 'главный специалист' };
  expect(await list()).toEqual({ officers: [officer] });
  const needs = { accounts: mandates.accounts, now: after(60) };
  await giveMandate({ params: { account: 'officer' }, body: { lastDay: '2026-11-23' } }, head, needs);
  const mandate = { from: after(60).toISOString(), lastDay: '2026-11-23' };
  expect(await list()).toEqual({ officers: [{ ...officer, mandate: { ...mandate, over: false } }] });
  expect(await list(new Date('2026-11-23T19:00:00Z'))).toMatchObject({ officers: [{ mandate: { over: true } }] });
});
