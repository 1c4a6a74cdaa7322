import * as z from 'zod';
import type { Gateways } from '../../../lib/adapters/gateways/gateways.ts';
import { rowInput } from '../../../lib/adapters/machine/serve-row.ts';
import type { FeeOf } from '../../../lib/domain/payment/fees.ts';
import { pauseOf, type Invoice } from '../../../lib/domain/payment/invoice.ts';
import type { Requests } from '../../../lib/domain/request/change.ts';
import { isSubmitted, type Request } from '../../../lib/domain/request/request.ts';
import { noteInvoice, notePaid } from '../../../lib/domain/request/rows/paying.ts';
import { askInRow, performRow } from '../../../lib/domain/request/rows/perform-row.ts';
import { endSilence, noteSilence } from '../../../lib/domain/request/rows/silence.ts';

export const input = rowInput(z.object({}));
type Task = z.output<typeof input>;

interface Needs {
  readonly requests: Requests;
  readonly gateways: Pick<Gateways, 'makeInvoice' | 'findPayment'>;
  readonly feeOf: FeeOf;
  readonly now: Date;
}

const DAY_MS = 86_400_000;
/** Milliseconds after an invoice's time for which the payments may still call it open: clocks differ. */
const CLOCKS_DIFFER = 15 * 60_000;

/**
 * «Оплата услуги на платежный шлюз электронного правительства» and the check of its fact. A free service counts as `paid`, and nobody
 * is asked. Otherwise the request gets its invoice, and the row answers `waiting` until the payments call it paid, or `unpaid`
 * when they say that its time is over. Payments that do not answer refuse nobody: then it throws, the machine repeats the row,
 * and the applicant is told after an hour.
 */
export async function checkPayment(task: Task, needs: Needs) {
  let waitSeconds = 0;
  let paidAt: string | undefined;
  const settled = await askInRow(needs, task, {
    code: 'payment-checked',
    ask: async (request) => {
      const invoice = await bill(request, task, needs);
      if (!invoice) return { answer: 'paid' };
      const said = await heard(needs.gateways.findPayment(invoice.number), task, needs);
      if (said.state === 'open') {
        if (Date.parse(invoice.until) + CLOCKS_DIFFER < needs.now.getTime())
          throw new Error(`the payments keep an invoice of request ${request.id} open after its time`);
        waitSeconds = pauseOf(invoice, needs.now);
        return undefined;
      }
      if (said.state === 'paid') ({ paidAt } = said);
      return { answer: said.state === 'paid' ? 'paid' : 'unpaid', facts: { invoice: invoice.number } };
    },
    follow: (request, performed) => {
      const heardOf = endSilence('payments-silent')(request, performed);
      return paidAt === undefined ? heardOf : notePaid(heardOf, performed, paidAt);
    },
  });
  return settled ?? { outcome: 'waiting' as const, waitSeconds };
}

/**
 * The request's invoice; undefined if the service is free. It is recorded by a write of its own before anybody asks whether it
 * is paid. A process that ends in between leaves it with the payments, which give the same one again.
 */
async function bill(request: Request, task: Task, needs: Needs): Promise<Invoice | undefined> {
  if (!isSubmitted(request)) return undefined;
  if (request.invoice) return request.invoice;
  const fee = needs.feeOf(request.service);
  if (!fee) return undefined;
  const { id, service, applicant } = request;
  const until = new Date(needs.now.getTime() + fee.days * DAY_MS).toISOString();
  const asked = { request: id, service, iin: applicant.iin, tenge: fee.tenge, until };
  const made = await heard(needs.gateways.makeInvoice(asked), task, needs);
  if (made.tenge !== fee.tenge || Date.parse(made.until) > Date.parse(until))
    throw new Error(`the payments made an invoice of another sum or time for request ${id}`);
  const billed = await performRow(needs, task, (current, performed) => noteInvoice(current, performed, made));
  if (!isSubmitted(billed) || !billed.invoice) throw new Error(`request ${id} has no invoice`);
  return billed.invoice;
}

/** Silence is noted, and thrown on. */
async function heard<Answer>(answer: Promise<Answer>, task: Task, needs: Needs): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    await performRow(needs, task, noteSilence('payments-silent'));
    throw error;
  }
}
