import { nextSending } from './notify.ts';
import { openOfferOf } from './offer.ts';
import { isSubmitted, type Request, type RequestIn } from './request.ts';

/**
 * What may be due without anybody's asking, what harms most first: the machine of a submission or acceptance is to be
 * started, a machine to be told an outcome, an offer to be ended, an untouched draft to be discarded, the applicant to
 * be sent an e-mail; and the holder of an account.
 */
export const dueKinds = ['restart', 'signal', 'lapse', 'expiry', 'mail', 'account'] as const;
export type DueKind = (typeof dueKinds)[number];

export interface Due {
  readonly kind: DueKind;
  readonly at: Date;
}

/** A pending second write is left alone this long: usually the first attempt has done it. */
const PENDING_GRACE_MS = 60_000;
/** Doublings of that for a second write that has been repeated and shows no effect: about an hour. */
const PENDING_DOUBLINGS = 6;

/** Everything that will have to be done about the request, the earliest first. */
export const duesOf = (request: Request): Due[] =>
  Object.entries(moments)
    .flatMap(([kind, momentOf]) => {
      const at = momentOf(request);
      return at === undefined ? [] : [{ kind: kind as RequestDueKind, at: new Date(at) }];
    })
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());

export type RequestDueKind = Exclude<DueKind, 'account'>;

const moments: Readonly<Record<RequestDueKind, (request: Request) => number | undefined>> = {
  restart: (request) => pendingAt(request, 'start'),
  signal: (request) => pendingAt(request, 'signal'),
  lapse: (request) => (request.state === 'queued' ? lapseAt(request) : undefined),
  expiry: (request) => (request.state === 'draft' ? Date.parse(request.expiresAt) : undefined),
  mail: ({ notices }) => nextSending(notices),
};

function pendingAt(request: Request, what: 'start' | 'signal'): number | undefined {
  if (!isSubmitted(request) || request.pending !== what || !request.pendingSince) return undefined;
  const doublings = Math.min(PENDING_DOUBLINGS, Math.max(0, (request.pendingRepeats ?? 0) - 1));
  return Date.parse(request.pendingSince) + PENDING_GRACE_MS * 2 ** doublings;
}

function lapseAt({ queue }: RequestIn<'queued'>): number | undefined {
  const open = openOfferOf(queue);
  return open && Date.parse(open.dueAt);
}
