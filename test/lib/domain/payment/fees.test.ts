import { expect, it } from '@jest/globals';
import { Fees, fees, feesBy, LONGEST_DAYS } from '../../../../lib/domain/payment/fees.ts';
import { pauseOf, stateOf } from '../../../../lib/domain/payment/invoice.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

const fee = { tenge: 1000, days: 3, why: 'a test' };

it('nothing costs anything by default, and only a demonstration takes its own fees', () => {
  expect(fees.services).toEqual({});
  const some = { demo: { one: fee, two: fee }, services: { two: { ...fee, tenge: 5 } } };
  expect(['one', 'two', 'three'].map((service) => feesBy('named', some)(service)?.tenge)).toEqual([
    undefined,
    5,
    undefined,
  ]);
  expect(['one', 'two', 'three'].map((service) => feesBy('demo', some)(service)?.tenge)).toEqual([1000, 5, undefined]);
});

it('every named service has a row that asks for the payment', () => {
  const asking = readRegulations().regulations.flatMap(({ regulation }) =>
    regulation.channels.some(({ actions }) =>
      actions.some(({ does }) => does.some((each) => 'effect' in each && each.effect === 'check-payment')),
    )
      ? [regulation.id]
      : [],
  );
  expect(asking).toEqual(expect.arrayContaining([...Object.keys(fees.demo), ...Object.keys(fees.services)]));
});

it.each([
  ['part of a tenge', { tenge: 0.5 }],
  ['nothing', { tenge: 0 }],
  ['more days than an execution has room for', { days: LONGEST_DAYS + 1 }],
  ['no reason', { why: '' }],
])('refuses a fee of %s', (_, spoilt) => {
  const holds = (each: object) => Fees.safeParse({ demo: {}, services: { one: each } }).success;
  expect([holds(fee), holds({ ...fee, ...spoilt })]).toEqual([true, false]);
});

const at = new Date('2026-11-30T05:00:00Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);
const lasting = (days: number) => ({ at: at.toISOString(), until: later(days * 86_400).toISOString() });

it('asks often at first, then ever less, and once at the end', () => {
  const pauses = [0, 99, 100, 119, 1000, 9000, 80_000, 86_399, 86_400, 90_000].map((seconds) =>
    pauseOf(lasting(1), later(seconds)),
  );
  expect(pauses).toEqual([10, 10, 10, 11, 100, 900, 900, 1, 10, 10]);
});

it('the longest invoice leaves a fifth of an execution free', () => {
  const invoice = lasting(LONGEST_DAYS);
  let questions = 0;
  for (let now = at; now < new Date(invoice.until); questions += 1)
    now = new Date(now.getTime() + pauseOf(invoice, now) * 1000);
  // Entered, scheduled, started, succeeded, left; the choice and the wait are entered and left.
  expect(questions * 9).toBeLessThan(20_000);
});

it('an invoice is open, then over, unless it is paid', () => {
  const invoice = { number: '1', tenge: 1, ...lasting(1) };
  expect([stateOf(invoice, later(0)), stateOf(invoice, later(86_400))]).toEqual(['open', 'expired']);
  expect(stateOf({ ...invoice, paidAt: later(1).toISOString() }, later(90_000))).toBe('paid');
});
