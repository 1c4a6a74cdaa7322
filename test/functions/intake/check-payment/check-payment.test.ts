import { describe, expect, it } from '@jest/globals';
import { checkPayment, input } from '../../../../functions/intake/check-payment/check-payment.ts';
import { refuseRequest } from '../../../../functions/intake/refuse-request/refuse-request.ts';
import type { Paying } from '../../../../lib/adapters/gateways/gateways.ts';
import { duesOf } from '../../../../lib/domain/request/due.ts';
import { isSubmitted } from '../../../../lib/domain/request/request.ts';
import { keepInvoices } from '../../../../lib/local/stand-ins/invoices.ts';
import { after, draft, submitted } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';

const { id, service, applicant } = draft();
const fee = { tenge: 1000, days: 3, why: 'a test' };
const ROW = '02-pshep-check-payment';
const DAY = 24 * 60;

/** The stand-in's invoices behind the port, a clock in minutes after the submission, and what was asked. */
function open(feeOf: () => typeof fee | undefined = () => fee) {
  const at = { minutes: 2 };
  const requests = memoryRequests(submitted());
  const payments = keepInvoices(() => after(at.minutes));
  const asked: unknown[] = [];
  const gateways = {
    makeInvoice: async (bill: Parameters<typeof payments.make>[0]) => (asked.push(bill), payments.make(bill)),
    findPayment: async (number: string): Promise<Paying> => {
      asked.push(number);
      return payments.find(number);
    },
  };
  const task = input.parse(rowTask(ROW, {}));
  const needs = () => ({ requests, gateways, feeOf, now: after(at.minutes) });
  const kept = async () => {
    const request = await requests.find(id);
    if (!request || !isSubmitted(request)) throw new Error('it is gone');
    return request;
  };
  const check = (minutes: number) => {
    at.minutes = minutes;
    return checkPayment(task, needs());
  };
  return { at, requests, payments, gateways, asked, check, kept };
}

it('a free service counts as paid, and nobody is asked', async () => {
  const { check, asked, kept } = open(() => undefined);
  expect(await check(2)).toEqual({ outcome: 'paid' });
  expect(asked).toEqual([]);
  const once = await kept();
  expect(once.events.at(-1)).toMatchObject({ code: 'payment-checked', facts: { answer: 'paid' } });
  expect(await check(3)).toEqual({ outcome: 'paid' });
  expect(await kept()).toEqual(once);
});

it('makes one invoice, tells the applicant, and waits', async () => {
  const { check, asked, kept } = open();
  expect(await check(2)).toEqual({ outcome: 'waiting', waitSeconds: 10 });
  const until = after(2 + 3 * DAY).toISOString();
  const { invoice, notices, events } = await kept();
  expect(invoice).toEqual({ number: 'DEMO-000001', tenge: 1000, at: after(2).toISOString(), until });
  expect(notices.at(-1)).toMatchObject({ code: 'invoice-made', facts: { invoice: 'DEMO-000001', untilAt: until } });
  expect(events.at(-1)).toMatchObject({ code: 'invoice-made', row: ROW });
  expect(await check(62)).toEqual({ outcome: 'waiting', waitSeconds: 360 });
  expect(asked).toEqual([
    { request: id, service, iin: applicant.iin, tenge: 1000, until },
    'DEMO-000001',
    'DEMO-000001',
  ]);
});

it('is paid when the payments say so, and tells it once', async () => {
  const { check, payments, at, kept, asked } = open();
  await check(2);
  at.minutes = 30;
  payments.pay('DEMO-000001');
  expect(await check(31)).toEqual({ outcome: 'paid' });
  const once = await kept();
  expect(once.invoice?.paidAt).toBe(after(30).toISOString());
  expect(once.notices.filter(({ code }) => code === 'invoice-paid')).toHaveLength(1);
  expect(once.events.at(-1)).toMatchObject({ code: 'payment-checked', facts: { answer: 'paid' } });
  const questions = asked.length;
  expect(await check(32)).toEqual({ outcome: 'paid' });
  expect([await kept(), asked.length]).toEqual([once, questions]);
});

it('is unpaid only when the payments say that its time is over; then the refusal keeps the invoice', async () => {
  const { check, kept, requests, payments } = open();
  await check(2);
  expect(await check(2 + 3 * DAY - 1)).toEqual({ outcome: 'waiting', waitSeconds: 60 });
  expect(await check(2 + 3 * DAY)).toEqual({ outcome: 'unpaid' });
  expect(payments.pay('DEMO-000001')).toBe('expired');
  const task = { ...input.parse(rowTask('09-arm-mio-refuse-request', {})), with: { because: 'not-paid' as const } };
  await refuseRequest(task, { requests, now: after(5 * DAY) });
  expect(await kept()).toMatchObject({
    state: 'turned-away',
    because: 'not-paid',
    invoice: { number: 'DEMO-000001' },
  });
});

it('a process that ends between the invoice and its record makes no second one', async () => {
  const { check, kept, requests, payments, asked } = open();
  const replace = requests.replace;
  requests.replace = () => Promise.reject(new Error('killed'));
  await expect(check(2)).rejects.toThrow('killed');
  expect([payments.all().length, (await kept()).invoice]).toEqual([1, undefined]);
  requests.replace = replace;
  expect(await check(10)).toMatchObject({ outcome: 'waiting' });
  expect(payments.all()).toHaveLength(1);
  expect((await kept()).invoice).toMatchObject({ number: 'DEMO-000001', until: after(2 + 3 * DAY).toISOString() });
  expect(asked).toHaveLength(3);
});

it('asks on about an invoice that is out after its service has become free', async () => {
  const fees = { now: fee as typeof fee | undefined };
  const { check } = open(() => fees.now);
  await check(2);
  fees.now = undefined;
  expect(await check(3)).toMatchObject({ outcome: 'waiting' });
});

describe('payments that do not answer', () => {
  const silence = () => Promise.reject(new Error('no answer'));

  it.each(['makeInvoice', 'findPayment'] as const)(
    'refuse nobody (%s), and the applicant is told after an hour',
    async (which) => {
      const { check, kept, gateways } = open();
      const answering = gateways[which];
      gateways[which] = silence;
      await expect(check(2)).rejects.toThrow('no answer');
      await expect(check(9 * DAY)).rejects.toThrow('no answer');
      const waiting = await kept();
      expect(waiting.events.filter(({ code }) => code === 'payments-silent')).toHaveLength(1);
      expect(duesOf(waiting).find(({ kind }) => kind === 'tell')?.at).toEqual(after(62));
      gateways[which] = answering as never;
      const outcome = which === 'makeInvoice' ? 'waiting' : 'unpaid';
      expect(await check(9 * DAY + 1)).toMatchObject({ outcome });
      if (which === 'findPayment') expect(duesOf(await kept()).some(({ kind }) => kind === 'tell')).toBe(false);
    },
  );

  it('keep an invoice open after its time: that is a defect, and nobody is refused', async () => {
    const { check, gateways } = open();
    await check(2);
    gateways.findPayment = async () => ({ state: 'open' });
    expect(await check(2 + 3 * DAY + 15)).toMatchObject({ outcome: 'waiting', waitSeconds: 10 });
    await expect(check(2 + 3 * DAY + 16)).rejects.toThrow('open after its time');
  });

  it.each([
    ['another sum', { tenge: 1001 }],
    ['a longer time', { until: after(2 + 4 * DAY).toISOString() }],
  ])('make an invoice of %s: nobody is told to pay it', async (_, spoilt) => {
    const { check, gateways, kept, payments } = open();
    gateways.makeInvoice = async (bill) => ({ ...payments.make(bill), ...spoilt });
    await expect(check(2)).rejects.toThrow('another sum or time');
    expect((await kept()).invoice).toBeUndefined();
  });
});
