import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { giveMandate } from '../../../../functions/accounts/give-mandate/give-mandate.ts';
import { contract } from '../../../../functions/accounts/take-mandate/contract.ts';
import { takeMandate } from '../../../../functions/accounts/take-mandate/take-mandate.ts';
import { after } from '../../../lib/adapters/identity/people.ts';
import { bodyOf } from '../../asked.ts';
import { head, openMandates, type Mandates } from '../mandate-scene.ts';

let mandates: Mandates;
beforeEach(async () => {
  mandates = await openMandates();
  const needs = { accounts: mandates.accounts, now: after(60) };
  await giveMandate({ params: { account: 'officer' }, body: { lastDay: '2026-12-31' } }, head, needs);
});
afterEach(() => mandates.close());

const take = (account = 'officer', by = head) =>
  takeMandate({ params: { account } }, by, { accounts: mandates.accounts, now: after(90) });

it('the officer has none from then on, and is told once', async () => {
  expect(bodyOf(contract, await take())).not.toHaveProperty('mandate');
  expect(await take()).toMatchObject({ body: { account: 'officer' }, about: { subject: 'officer' } });
  expect(await mandates.mandateOf('officer')).toBeUndefined();
  expect(await mandates.codesOf('officer')).toEqual(['mandate-given', 'mandate-taken']);
});

it('it is the head of their own office who takes it', async () => {
  const other = { ...head, account: 'other-head', office: 'south-kazakhstan-employment-turkestan' };
  expect(await take('officer', other)).toEqual({ refused: 'staff/unknown' });
  expect(await take('unknown')).toEqual({ refused: 'staff/unknown' });
  expect(await take('head')).toEqual({ refused: 'mandate/own' });
  expect(await mandates.mandateOf('officer')).toBeDefined();
});
