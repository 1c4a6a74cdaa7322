import type { NoticeCode } from '../notice/codes.ts';
import type { Notice } from '../notice/notice.ts';
import type { OutputKind } from '../output/output.ts';
import type { Request } from './request.ts';
import type { Performed } from './performed.ts';
import { runOf } from './run.ts';

/** The notice for each kind of document that an applicant gets. */
export const noticeWith = {
  certificate: 'certificate-issued',
  interim: 'registered',
  refusal: 'refused',
} as const satisfies Record<OutputKind, NoticeCode>;

/** A notice that a row causes: one for each run, row and code, however often the row is performed. */
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

/** A notice is sent at once. After a failure it is sent again after this delay, which doubles at each attempt. */
const SENDING_GRACE_MS = 60_000;
/** After this many failures a notice is not mailed any more and is only in the cabinet. */
const SENDING_ATTEMPTS = 8;

/** Epoch milliseconds at which the first pending notice is to be sent; undefined if none is pending. */
export function nextSending(notices: readonly Notice[]): number | undefined {
  const moments = notices.filter(({ email }) => email === 'pending').map(sendingAt);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

/** The notices that are to be sent by `now`. */
export const sendable = (notices: readonly Notice[], now: Date): Notice[] =>
  notices.filter((notice) => notice.email === 'pending' && sendingAt(notice) <= now.getTime());

const sendingAt = ({ at, attempts }: Notice) => Date.parse(at) + SENDING_GRACE_MS * (2 ** attempts - 1);

/** The result of an attempt to send a notice. */
export const recordSending = <Teller extends { readonly notices: readonly Notice[] }>(
  teller: Teller,
  id: string,
  sent: boolean,
): Teller => ({
  ...teller,
  notices: teller.notices.map((notice) =>
    notice.id === id && notice.email === 'pending' ? attempted(notice, sent) : notice,
  ),
});

function attempted(notice: Notice, sent: boolean): Notice {
  const attempts = notice.attempts + 1;
  const email = sent ? 'sent' : attempts >= SENDING_ATTEMPTS ? 'failed' : 'pending';
  return { ...notice, attempts, email };
}
