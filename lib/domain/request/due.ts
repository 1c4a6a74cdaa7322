import { erasureAt, strayAt } from './erasure.ts';
import { mailingOverAt } from './mailing/mailing.ts';
import { mailable } from './address/typed-address.ts';
import { nextSending } from './notify.ts';
import { openOfferOf } from './offer.ts';
import { isOpen } from './complaint/complaint.ts';
import { complaintsOf, isSubmitted, type Request, type RequestIn } from './request.ts';
import { endingIn } from '../signature/renewal.ts';
import { unstampedIn } from '../signature/stamp.ts';

/**
 * What the sweeper does, the most harmful omission first: start the machine of a submission or an acceptance, or write a withdrawal into the public register (`restart`),
 * tell a machine an outcome (`signal`), end an offer (`lapse`), take a child out of a queue at the age limit (`outgrow`),
 * remind of a complaint or pass it on (`complaint`), put a timestamp into a signature (`stamp`),
 * end a mailed address that nobody has opened (`mailing`), discard an old draft (`expiry`), send the applicant an e-mail (`mail`), tell others what was done (`tell`),
 * prolong the proof of a signature in the year before it ends (`renew`), send an account's holder an e-mail (`account`), remove uploads that nothing names (`stray`), erase what has been kept for its
 * term (`erase`).
 */
export const dueKinds = [
  ...(['restart', 'signal', 'lapse', 'outgrow', 'complaint', 'stamp', 'mailing', 'expiry', 'mail', 'tell'] as const),
  ...(['renew', 'account', 'stray', 'erase'] as const),
] as const;
export type DueKind = (typeof dueKinds)[number];

export interface Due {
  readonly kind: DueKind;
  readonly at: Date;
}

/** The sweeper leaves a pending second write alone for this long: usually the first attempt succeeds. */
const PENDING_GRACE_MS = 60_000;
/** How often that delay doubles for a repeated second write without effect: up to about an hour. */
const PENDING_DOUBLINGS = 6;

/** Everything that the sweeper will have to do about the request, the earliest first. */
export const duesOf = (request: Request): Due[] =>
  Object.entries(moments)
    .flatMap(([kind, momentOf]) => {
      const at = momentOf(request);
      return at === undefined ? [] : [{ kind: kind as RequestDueKind, at: new Date(at) }];
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());

export type RequestDueKind = Exclude<DueKind, 'account'>;

const moments: Readonly<Record<RequestDueKind, (request: Request) => number | undefined>> = {
  restart: (request) => pendingAt(request, 'start') ?? pendingAt(request, 'record'),
  signal: (request) => pendingAt(request, 'signal'),
  lapse: (request) => (request.state === 'queued' ? lapseAt(request) : undefined),
  outgrow: (request) => (request.state === 'queued' && request.child ? Date.parse(request.child.until) : undefined),
  complaint: (request) =>
    earliest(
      complaintsOf(request)
        .filter(isOpen)
        .map(({ nextAlarmAt }) => nextAlarmAt),
    ),
  stamp: (request) => earliest(unstampedIn(request).map(({ nextAt }) => nextAt)),
  mailing: mailingOverAt,
  expiry: (request) => (request.state === 'draft' && !request.hold ? Date.parse(request.expiresAt) : undefined),
  mail: (request) => nextSending(mailable(request)),
  tell: ({ telling = [] }) => earliest(telling.map(({ at }) => at)),
  renew: (request) => earliest(endingIn(request).map(({ renewAt }) => renewAt)),
  stray: strayAt,
  erase: erasureAt,
};

const earliest = (moments: readonly string[]): number | undefined =>
  moments.length > 0 ? Math.min(...moments.map(Date.parse)) : undefined;

function pendingAt(request: Request, what: 'start' | 'signal' | 'record'): number | undefined {
  if (!isSubmitted(request) || request.pending !== what || !request.pendingSince) return undefined;
  const doublings = Math.min(PENDING_DOUBLINGS, Math.max(0, (request.pendingRepeats ?? 0) - 1));
  return Date.parse(request.pendingSince) + PENDING_GRACE_MS * 2 ** doublings;
}

function lapseAt({ queue }: RequestIn<'queued'>): number | undefined {
  const open = openOfferOf(queue);
  return open && Date.parse(open.dueAt);
}
