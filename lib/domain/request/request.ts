import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';
import { Sha256 } from '../digest/sha256.ts';
import type { DueTime } from '../calendar/calendar.ts';
import { SignerRole } from '../output/document.ts';
import { statuses, views, type Status } from '../regulation/words.ts';
import { Event } from './event.ts';
import { historyOf } from './history.ts';
import { Notice } from '../notice/notice.ts';
import { InQueue } from './offer.ts';
import { isDelivered, Output, type DeliveredOutput } from '../output/output.ts';
import { Signed } from './signed.ts';
import { Work } from './work.ts';

export const StatusName = z.enum(Object.keys(statuses) as [Status, ...Status[]]);
/** Who looks at a status: the portal's cabinet, the CON's and the MIO's screens. */
export const ViewName = z.enum(views);

export const AttachmentKind = z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/tiff']);

/** A scan. What is declared here is compared with what lies in the bucket before a submission is accepted. */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  type: AttachmentKind,
  /** Bytes. */
  size: z.int().positive(),
  sha256: Sha256,
  addedAt: Instant,
});
export type Attachment = z.infer<typeof Attachment>;

/**
 * Who asks for the service: copied from the account when the draft was made, or written down by the employee to whom
 * he came (then no account is named: only an EDS would prove whose it is).
 */
export const Applicant = z.object({
  account: z.string().optional(),
  iin: z.string().regex(/^\d{12}$/),
  fullName: z.string(),
  email: z.email().optional(),
  language: z.enum(['ru', 'kk']),
});

/** The employee of a centre, an office or an akim who filed the request for a visitor; he signs it, too. */
export const FiledBy = z.object({
  account: z.string(),
  iin: z.string().regex(/^\d{12}$/),
  /** His centre, office or akim. */
  place: z.string(),
});

/** The check that the machine makes of the recorded EDS, with the evidence of its own time. */
export const SecondCheck = z.object({
  at: Instant,
  verdict: z.enum(['passed', 'failed']),
  reportKey: z.string(),
  evidenceKey: z.string(),
});
export type SecondCheck = z.infer<typeof SecondCheck>;

/** The signed application. */
export const Submission = Signed.extend({
  /** The common name in his certificate. */
  signerName: z.string().optional(),
  secondCheck: SecondCheck.optional(),
});

/** The officer's decision: the fields of the certificate, or the ground of the refusal. */
export const Decision = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('approved'),
    at: Instant,
    by: z.object({ account: z.string(), name: z.string(), position: SignerRole }),
    /** By the interim document alone: the request goes on waiting in the queue. */
    interim: z.literal(true).optional(),
    fields: z.record(z.string(), z.string()),
  }),
  z.object({
    outcome: z.literal('refused'),
    at: Instant,
    by: z.object({ account: z.string(), name: z.string(), position: SignerRole }),
    ground: z.string(),
    text: z.string(),
  }),
]);
export type Decision = z.infer<typeof Decision>;

/** What was decided in an earlier run; its document stays as genuine as it was. */
const Earlier = z.object({ decision: Decision, output: Output, closedAt: Instant });

const StatusShown = z.object({ status: StatusName, at: Instant });

/** Why a system turns a request away: a key of the notices' texts. */
export const TurnedAway = z.enum(['eds-unconfirmed', 'sign-in-refused', 'no-registry-data', 'not-paid', 'documents']);
export type TurnedAway = z.infer<typeof TurnedAway>;

/** A second write that must follow the first: the sweeper repeats it (lib/domain/request/due.ts). */
const Pending = z.enum(['start', 'signal']);

const common = {
  id: z.string(),
  /** Counts changes; every write asks that it be the one that was read. */
  version: z.int().nonnegative(),
  service: z.string(),
  /** By which version of its regulation it is shown, decided and printed; that of the day of filing. */
  regulationVersion: z.string(),
  channel: z.string(),
  office: z.string(),
  applicant: Applicant,
  filedBy: FiledBy.optional(),
  /** Not automated: people carry papers and sign by hand, the machine keeps the clocks. */
  paper: z.boolean(),
  createdAt: Instant,
  form: z.record(z.string(), z.string()),
  attachments: z.array(Attachment),
  events: z.array(Event).transform(historyOf),
  notices: z.array(Notice),
};

const submitted = {
  ...common,
  submission: Submission,
  pending: Pending.optional(),
  pendingSince: Instant.optional(),
  pendingRepeats: z.int().nonnegative().optional(),
};

const received = {
  ...submitted,
  number: z.string(),
  receivedAt: Instant,
  /** By the terms of the regulation's rows and the working calendar. */
  dueAt: Instant,
  /** Year with which the reviewed calendar ended when `dueAt` was computed beyond it: the due time is provisional. */
  calendarUntil: z.string().optional(),
  /** What each information system shows; the portal and the CON see only this. */
  statuses: z.partialRecord(ViewName, StatusShown),
  work: Work.optional(),
  /** Absent until there has been an interim document. */
  queue: InQueue.optional(),
  /** The runs before this one, the oldest first: of many the first and the last ones. */
  earlier: z.array(Earlier).optional(),
  /** Runs that `earlier` does not hold any more; their documents stay in the register and in the documents bucket. */
  earlierFolded: z.int().positive().optional(),
};

const decided = { ...received, decision: Decision, output: Output.optional() };

export const Request = z.discriminatedUnion('state', [
  z.object({ state: z.literal('draft'), ...common, expiresAt: Instant }),
  z.object({ state: z.literal('discarded'), ...common, closedAt: Instant }),
  z.object({ state: z.literal('submitted'), ...submitted }),
  z.object({
    state: z.literal('turned-away'),
    ...submitted,
    number: z.string().optional(),
    /** The message of refusal that a system forms without an officer's decision. */
    because: TurnedAway,
    closedAt: Instant,
  }),
  z.object({ state: z.literal('received'), ...received }),
  z.object({ state: z.literal('in-progress'), ...received }),
  z.object({ state: z.literal('decided'), ...decided }),
  z.object({ state: z.literal('issued'), ...decided, output: Output, closedAt: Instant }),
  /** In the queue, with an interim document: the machine has ended, and an offer that is accepted starts it again. */
  z.object({ state: z.literal('queued'), ...decided, output: Output, queue: InQueue, closedAt: Instant }),
  z.object({ state: z.literal('refused'), ...decided, output: Output, closedAt: Instant }),
]);
export type Request = z.infer<typeof Request>;
export type RequestState = Request['state'];
export type RequestIn<State extends RequestState> = Extract<Request, { state: State }>;

export type DraftRequest = RequestIn<'draft'>;
export type SubmittedRequest = Exclude<Request, { state: 'draft' | 'discarded' }>;
/** Has a number, a due time and statuses. */
export type NumberedRequest = Exclude<SubmittedRequest, { state: 'submitted' | 'turned-away' }>;
/** Has a decision. */
export type DecidedRequest = RequestIn<'decided' | 'issued' | 'queued' | 'refused'>;

export const isDraft = (request: Request): request is DraftRequest => request.state === 'draft';
export const isSubmitted = (request: Request): request is SubmittedRequest => 'submission' in request;
export const isNumbered = (request: Request): request is NumberedRequest => 'receivedAt' in request;
/** Who signs the application: the applicant, or the employee who filed it for him. */
export const signerIinOf = ({ filedBy, applicant }: Request): string => filedBy?.iin ?? applicant.iin;

/** With another due time; of the former not even its mark stays. */
export function withDue<R extends NumberedRequest>(request: R, due: DueTime): R {
  const { calendarUntil: _, ...kept } = request;
  return { ...kept, ...due } as R;
}

export const isDecided = (request: Request): request is DecidedRequest => 'decision' in request;

/** What the applicant has been given, the latest first: interim documents of earlier runs stay his. */
export function deliveredOf(request: Request): DeliveredOutput[] {
  const earlier = isNumbered(request) ? (request.earlier ?? []) : [];
  const outputs = [...earlier.map(({ output }) => output), ...(isDecided(request) ? [request.output] : [])];
  return outputs.filter(isDelivered).reverse();
}
