import { organisationOf } from '../identity/organisation.ts';
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
  facts: { ...facts, ...applying(request) },
  email: request.applicant.email ? 'pending' : 'none',
  attempts: 0,
});

/** Which organisation it is about, in the notices that name the request. */
function applying(request: Request): Notice['facts'] {
  const { bin, name } = organisationOf('submission' in request ? request : {}) ?? {};
  return bin !== undefined && name !== undefined ? { organisation: name, bin } : {};
}

const MINUTE = 60_000;
/** A notice is sent at once. After a failure it is sent again after a minute, then after two, four … six hours. */
const LONGEST_WAIT = 360;
/** After this many failures, some four days, a notice is not mailed any more and is only in the cabinet. */
const SENDING_ATTEMPTS = 25;

/** Minutes until a notice is sent again, after this many failures. */
const waitAfter = (attempts: number): number =>
  Array.from({ length: attempts }, (_, i) => Math.min(2 ** i, LONGEST_WAIT)).reduce((sum, wait) => sum + wait, 0);

/** Epoch milliseconds at which the first pending notice is to be sent; undefined if none is pending. */
export function nextSending(notices: readonly Notice[]): number | undefined {
  const moments = notices.filter(({ email }) => email === 'pending').map(sendingAt);
  return moments.length > 0 ? Math.min(...moments) : undefined;
}

/** The notices that are to be sent by `now`. */
export const sendable = (notices: readonly Notice[], now: Date): Notice[] =>
  notices.filter((notice) => notice.email === 'pending' && sendingAt(notice) <= now.getTime());

const sendingAt = ({ at, attempts, againAt = at }: Notice) => Date.parse(againAt) + MINUTE * waitAfter(attempts);

/** The result of an attempt to send a notice. */
export const recordSending = <T extends Teller>(teller: T, id: string, sent: boolean): T =>
  overNotices(teller, id, (notice) => (notice.email === 'pending' ? attempted(notice, sent) : notice));

/** Whether a failure now is the last one. */
export const isLast = ({ attempts }: Notice): boolean => attempts + 1 >= SENDING_ATTEMPTS;

function attempted(notice: Notice, sent: boolean): Notice {
  const attempts = notice.attempts + 1;
  const email = sent ? 'sent' : isLast(notice) ? 'failed' : 'pending';
  return { ...notice, attempts, email };
}

interface Teller {
  readonly notices: readonly Notice[];
}

/** Notices that could not be mailed. */
export const unmailed = (notices: readonly Notice[]): Notice[] =>
  notices.filter(({ email }) => email === 'failed' || email === 'returned');

/** The mail came back after it had been accepted. */
export const recordReturned = <T extends Teller>(teller: T, id: string): T => overNotices(teller, id, returned);

const returned = (notice: Notice): Notice => ({ ...notice, email: 'returned' });

const overNotices = <T extends Teller>(teller: T, id: string, change: (notice: Notice) => Notice): T =>
  teller.notices.some((notice) => notice.id === id)
    ? { ...teller, notices: teller.notices.map((notice) => (notice.id === id ? change(notice) : notice)) }
    : teller;

/**
 * Makes notices that could not be mailed due again, as if they were new; returns the same request if there are none.
 */
export const sendAgain = <T extends Teller>(teller: T, now: Date): T =>
  unmailed(teller.notices).length === 0
    ? teller
    : {
        ...teller,
        notices: teller.notices.map((notice) =>
          unmailed([notice]).length > 0
            ? { ...notice, email: 'pending', attempts: 0, againAt: now.toISOString() }
            : notice,
        ),
      };
