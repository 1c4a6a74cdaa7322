import type { NoticeCode } from '../notice/codes.ts';
import type { Notice } from './notice-to-send.ts';
import type { OutputKind } from './output.ts';
import type { Request } from './request.ts';
import type { Performed } from './performed.ts';
import { runOf } from './run.ts';

/** What the applicant is told when he gets each kind of document. */
export const noticeWith = {
  certificate: 'certificate-issued',
  interim: 'registered',
  refusal: 'refused',
} as const satisfies Record<OutputKind, NoticeCode>;

/** A notice that a row causes: one a run, row and code, however often the row is performed. */
export const noticeOf = (
  request: Request,
  { row, at }: Performed,
  code: NoticeCode,
  facts: Notice['facts'],
): Notice => ({
  id: [request.id, ...(runOf(request) > 0 ? [runOf(request)] : []), row, code].join(':'),
  at: at.toISOString(),
  code,
  facts,
  email: request.applicant.email ? 'pending' : 'none',
  attempts: 0,
});

/** What became of an attempt to send a notice. After `limit` failures it is given up and stays in the cabinet only. */
export const recordSending = <Teller extends { readonly notices: readonly Notice[] }>(
  teller: Teller,
  id: string,
  sent: boolean,
  limit: number,
): Teller => ({
  ...teller,
  notices: teller.notices.map((notice) =>
    notice.id === id && notice.email === 'pending' ? attempted(notice, sent, limit) : notice,
  ),
});

function attempted(notice: Notice, sent: boolean, limit: number): Notice {
  const attempts = notice.attempts + 1;
  const email = sent ? 'sent' : attempts >= limit ? 'failed' : 'pending';
  return { ...notice, attempts, email };
}
