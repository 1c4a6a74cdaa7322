import { writeTenge } from '../../language/number-words.ts';
import type { Billed } from '../../payment/invoice.ts';
import type { Performed } from '../performed.ts';
import { noticeOf } from '../notify.ts';
import { tell } from '../history.ts';
import { isSubmitted, type Request } from '../request.ts';
import { perform, whatWas } from './rows.ts';

/** The request has an invoice: the applicant is told what to pay, and until when. A second invoice changes nothing. */
export const noteInvoice = (request: Request, performed: Performed, billed: Billed): Request =>
  perform(
    'wait',
    performed,
    request,
    'invoice-made',
    (waiting) => ({
      ...waiting,
      invoice: { ...billed, at: performed.at.toISOString() },
      notices: tell(
        waiting.notices,
        noticeOf(waiting, performed, 'invoice-made', {
          ...whatWas(waiting),
          invoice: billed.number,
          tenge: writeTenge(billed.tenge),
          untilAt: billed.until,
        }),
      ),
    }),
    { invoice: billed.number },
  );

/** The payments have the money; the applicant is told. */
export function notePaid(request: Request, performed: Performed, paidAt: string): Request {
  if (!isSubmitted(request) || !request.invoice || request.invoice.paidAt !== undefined) return request;
  const { invoice } = request;
  const facts = { ...whatWas(request), invoice: invoice.number, tenge: writeTenge(invoice.tenge), paidAt };
  return {
    ...request,
    invoice: { ...invoice, paidAt },
    notices: tell(request.notices, noticeOf(request, performed, 'invoice-paid', facts)),
  };
}
