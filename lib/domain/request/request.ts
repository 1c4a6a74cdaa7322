import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';
import { Sha256 } from '../digest/sha256.ts';
import type { DueTime } from '../calendar/calendar.ts';
import { statuses, views, type Status } from '../regulation/words.ts';
import { KeptForm } from '../regulation/kept-form.ts';
import { RegisterData } from './draft/register-reply.ts';
import { scanFaults } from './draft/scan/faults.ts';
import { Role } from '../access/roles.ts';
import { WithdrawalGround } from '../correction/rules.ts';
import { Hold } from '../retention/hold.ts';
import { Event } from './event.ts';
import { historyOf } from './history.ts';
import { Notice } from '../notice/notice.ts';
import { Complaint } from './complaint/complaint.ts';
import { InQueue, SignedAnswer } from './offer.ts';
import { isDelivered, Officer, Output, type DeliveredOutput } from '../output/output.ts';
import { Signed } from './signed.ts';
import { Telling } from '../notice/telling.ts';
import { Invoice } from '../payment/invoice.ts';
import { Work } from './work.ts';

export const StatusName = z.enum(Object.keys(statuses) as [Status, ...Status[]]);
/** Who looks at a status: the portal's cabinet, the CON's and the MIO's screens. */
export const ViewName = z.enum(views);

export const AttachmentKind = z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/tiff']);
export type AttachmentKind = z.infer<typeof AttachmentKind>;

/** What was found in the content of a scan, once for each version of the object in the bucket. */
const Judged = z.object({
  version: z.string(),
  /** Empty for a good scan. */
  fault: z.enum(scanFaults).optional(),
});

/** A scan. A submission is accepted only if these values are those of the file in the bucket. */
export const Attachment = z.object({
  id: z.string(),
  name: z.string(),
  /** Which document of the regulation's list it is, by code; `other` or absent for none of them. */
  document: z.string().optional(),
  type: AttachmentKind,
  /** Bytes. */
  size: z.int().positive(),
  sha256: Sha256,
  addedAt: Instant,
  judged: Judged.optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/**
 * Who asks for the service: copied from the account when the draft was made, or typed by the employee whom they visited.
 * Then no account is named, because only an EDS would prove whose account it is.
 */
export const Applicant = z.object({
  account: z.string().optional(),
  iin: z.string().regex(/^\d{12}$/),
  fullName: z.string(),
  email: z.string().optional(),
  language: z.enum(['ru', 'kk']),
  /** Asked for at the counter where the IIN names neither. */
  birthDate: z.iso.date().optional(),
  sex: z.enum(['male', 'female']).optional(),
});

/** The legal person in whose name the applicant applies, by its BIN. The certificate says what it is called. */
const OrganisationNumber = z.object({ bin: z.string().regex(/^\d{12}$/) });

/** The employee of a centre, an office or an akim who filed the request for a visitor, and signs it. */
export const FiledBy = z.object({
  account: z.string(),
  iin: z.string().regex(/^\d{12}$/),
  /** Their centre, office or akim. */
  place: z.string(),
  /** What they were when they began the draft. */
  name: z.string().optional(),
  role: Role.optional(),
});

/** What became of an address that an employee typed for a visitor (address/typed-address.ts). */
const TypedAddress = z.object({
  /** Keyed hash of the secret in the link «not mine» of the last first letter. */
  digest: z.string(),
  /** When the mail service accepted the first letter. */
  sentAt: Instant.optional(),
  disownedAt: Instant.optional(),
});

/** What is left of a person whose draft was discarded: whose cabinet shows it. Items of earlier releases lose the rest when they are read. */
const Forgotten = Applicant.pick({ account: true, language: true }).transform((kept): z.infer<typeof Applicant> => ({
  ...kept,
  iin: '',
  fullName: '',
}));
const ForgottenFiler = FiledBy.pick({ account: true, place: true, name: true, role: true }).transform(
  (kept): z.infer<typeof FiledBy> => ({
    ...kept,
    iin: '',
  }),
);

/** The machine's own check of the recorded EDS, with the evidence of that time. */
export const SecondCheck = z.object({
  at: Instant,
  verdict: z.enum(['passed', 'failed']),
  reportKey: z.string(),
  evidenceKey: z.string(),
});
export type SecondCheck = z.infer<typeof SecondCheck>;

/** The signed application. */
export const Submission = Signed.extend({
  /** The name in the signer's certificate. */
  signerName: z.string().optional(),
  /** The name of the organisation there, where one applies. */
  signerOrganisation: z.string().optional(),
  secondCheck: SecondCheck.optional(),
});

/** The officer's decision: the fields of the certificate, or the ground of the refusal. */
export const Decision = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('approved'),
    at: Instant,
    by: Officer,
    /** Approved with the interim document only: the request waits in the queue. */
    interim: z.literal(true).optional(),
    /** The class in which they wait (lib/domain/request/queue/standing.ts); absent without a benefit. */
    class: z.int().min(10).max(99).optional(),
    fields: KeptForm,
  }),
  z.object({
    outcome: z.literal('refused'),
    at: Instant,
    by: Officer,
    ground: z.string(),
    text: z.string(),
  }),
]);
export type Decision = z.infer<typeof Decision>;

/** Since when a document is valid no more, and why; the signed word by which it was withdrawn. */
const Withdrawn = z.object({
  at: Instant,
  ground: WithdrawalGround,
  /** To the applicant, and to nobody outside the office. */
  text: z.string().optional(),
  signed: SignedAnswer.optional(),
  /** The word by which another one was to take its place, if that was said later. */
  corrected: SignedAnswer.optional(),
});
export type Withdrawn = z.infer<typeof Withdrawn>;

/** The decision of an earlier run; its document stays genuine, unless it was withdrawn. */
const Earlier = z.object({ decision: Decision, output: Output, closedAt: Instant, withdrawn: Withdrawn.optional() });
export type Earlier = z.infer<typeof Earlier>;

const StatusShown = z.object({ status: StatusName, at: Instant });

/** Why a system turns a request away; names a text of the notices. */
export const TurnedAway = z.enum(['eds-unconfirmed', 'sign-in-refused', 'no-registry-data', 'not-paid', 'documents']);
export type TurnedAway = z.infer<typeof TurnedAway>;

/** A second write that must follow the first; the sweeper repeats it (lib/domain/request/due.ts). */
const Pending = z.enum(['start', 'signal', 'record']);

const common = {
  id: z.string(),
  /** Counts changes. A write succeeds only if the stored version is the one that was read. */
  version: z.int().nonnegative(),
  service: z.string(),
  /** The version of the regulation by which the request is shown, decided and printed: that of the day of filing. */
  regulationVersion: z.string(),
  channel: z.string(),
  office: z.string(),
  applicant: Applicant,
  filedBy: FiledBy.optional(),
  organisation: OrganisationNumber.optional(),
  typedAddress: TypedAddress.optional(),
  /** Not automated: people carry papers and sign by hand, and the machine measures the terms. */
  paper: z.boolean(),
  createdAt: Instant,
  form: KeptForm,
  /** What registers were asked for the form, and answered. */
  registerData: RegisterData.optional(),
  attachments: z.array(Attachment),
  /** When its scans were erased: their term had passed (lib/domain/retention). */
  scansErasedAt: Instant.optional(),
  /** Nothing of it is erased while this lasts: a court, an inspection or a complaint needs it. */
  hold: Hold.optional(),
  /** When uploads that the request does not name were removed from the bucket, after it accepted no more. */
  strayGoneAt: Instant.optional(),
  /** For how many refused signatures report and evidence are kept. */
  refusedKept: z.int().nonnegative().optional(),
  events: z.array(Event).transform(historyOf),
  notices: z.array(Notice),
  /** What others than the applicant are still to be told of. */
  telling: z.array(Telling).optional(),
};

/**
 * The child for whom the request stands: the field of the form with their IIN, the IIN's keyed hash, and the moment at which
 * they reach the age limit.
 */
const Child = z.object({ field: z.string(), key: z.string(), until: Instant });

const submitted = {
  ...common,
  submission: Submission,
  /** Absent where a service has no children, and in what was submitted before they were claimed. */
  child: Child.optional(),
  /** Of a service that costs something (lib/domain/payment), once the payments have made it. */
  invoice: Invoice.optional(),
  /** The oldest first; statemachines/complaint.json says how many there may be. */
  complaints: z.array(Complaint).optional(),
  pending: Pending.optional(),
  pendingSince: Instant.optional(),
  pendingRepeats: z.int().nonnegative().optional(),
};

/** What a request has from its number on. */
const numbered = {
  number: z.string(),
  receivedAt: Instant,
  /** By the terms of the regulation's rows and the working calendar. */
  dueAt: Instant,
  /** Present if `dueAt` is provisional: the last reviewed year of the calendar by which it was computed. */
  calendarUntil: z.string().optional(),
  /** What each information system shows; the portal and the CON show nothing else. */
  statuses: z.partialRecord(ViewName, StatusShown),
  work: Work.optional(),
  /** Absent until an interim document is issued. */
  queue: InQueue.optional(),
  /** An earlier release wrote it: the counters of its queue do not count it yet. Today's items never say so. */
  uncounted: z.literal(true).optional(),
  /** Earlier runs, the oldest first; of many only the first and the last ones. */
  earlier: z.array(Earlier).optional(),
  /** How many runs `earlier` has dropped; their documents stay in the register and in the documents bucket. */
  earlierFolded: z.int().positive().optional(),
  /** Its questionnaire was answered; what was answered is counted apart (lib/domain/questionnaire). */
  answered: z.literal(true).optional(),
};

const received = { ...submitted, ...numbered };

/** Why somebody left the queue, with their signed word if they left by it. */
const Left = z.discriminatedUnion('because', [
  z.object({ because: z.literal('age'), at: Instant }),
  z.object({ because: z.literal('word'), at: Instant, signed: SignedAnswer }),
]);

const decided = { ...received, decision: Decision, output: Output.optional() };

/** Has the result. */
const ended = { ...decided, output: Output, closedAt: Instant };

export const Request = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('draft'),
    ...common,
    expiresAt: Instant,
    /** Counts saved versions of the form, so that an older window does not overwrite a newer one. */
    formVersion: z.int().nonnegative().default(0),
  }),
  z.object({
    state: z.literal('discarded'),
    ...common,
    applicant: Forgotten,
    filedBy: ForgottenFiler.optional(),
    closedAt: Instant,
  }),
  z.object({ state: z.literal('submitted'), ...submitted }),
  z.object({
    state: z.literal('turned-away'),
    ...submitted,
    number: z.string().optional(),
    /** When it got its number. */
    numberedAt: Instant.optional(),
    /** The message of refusal that a system forms without an officer's decision. */
    because: TurnedAway,
    closedAt: Instant,
  }),
  /** Taken back by the applicant's signed word before it was decided, perhaps before it had its number. */
  z.object({
    state: z.literal('taken-back'),
    ...submitted,
    ...z.object(numbered).partial().shape,
    signed: SignedAnswer,
    closedAt: Instant,
  }),
  z.object({ state: z.literal('received'), ...received }),
  z.object({ state: z.literal('in-progress'), ...received }),
  z.object({ state: z.literal('decided'), ...decided }),
  z.object({ state: z.literal('issued'), ...ended }),
  /** In the queue, with an interim document: the machine has ended, and an accepted offer starts it again. */
  z.object({ state: z.literal('queued'), ...decided, output: Output, queue: InQueue, closedAt: Instant }),
  z.object({ state: z.literal('refused'), ...ended }),
  /** Its document is valid no more, and there is no other. */
  z.object({ state: z.literal('withdrawn'), ...ended, withdrawn: Withdrawn }),
  /** Out of the queue without a place: taken out by the applicant, or grown too old. */
  z.object({ state: z.literal('left'), ...decided, output: Output, queue: InQueue, left: Left, closedAt: Instant }),
]);
export type Request = z.infer<typeof Request>;
export type RequestState = Request['state'];
export type RequestIn<State extends RequestState> = Extract<Request, { state: State }>;

export type DraftRequest = RequestIn<'draft'>;
export type SubmittedRequest = Exclude<Request, { state: 'draft' | 'discarded' }>;
type Received = RequestIn<'received'>;
/** Has a number, a due time and statuses. */
export type NumberedRequest =
  | Exclude<SubmittedRequest, { state: 'submitted' | 'turned-away' | 'taken-back' }>
  | (RequestIn<'taken-back'> & Pick<Received, 'number' | 'receivedAt' | 'dueAt' | 'statuses'>);
/** Has a decision. */
export type DecidedRequest = RequestIn<'decided' | 'issued' | 'queued' | 'refused' | 'withdrawn' | 'left'>;

export const isDraft = (request: Request): request is DraftRequest => request.state === 'draft';
export const isSubmitted = (request: Request): request is SubmittedRequest => 'submission' in request;
export const isNumbered = (request: Request): request is NumberedRequest => 'receivedAt' in request;
/** Complaints about the request, the oldest first. */
export const complaintsOf = (request: Request): readonly Complaint[] =>
  isSubmitted(request) ? (request.complaints ?? []) : [];
/** Who signs the application: the applicant, or the employee who filed it for them. */
export const signerIinOf = ({ filedBy, applicant }: Request): string => filedBy?.iin ?? applicant.iin;

/** Sets another due time, and sets or removes the provisional mark. */
export function withDue<R extends NumberedRequest>(request: R, due: DueTime): R {
  const { calendarUntil: _, ...kept } = request;
  return { ...kept, ...due } as R;
}

export const isDecided = (request: Request): request is DecidedRequest => 'decision' in request;

/** The documents that the applicant got, the latest first, also interim ones of earlier runs. */
export function deliveredOf(request: Request): DeliveredOutput[] {
  const earlier = isNumbered(request) ? (request.earlier ?? []) : [];
  const outputs = [...earlier.map(({ output }) => output), ...(isDecided(request) ? [request.output] : [])];
  return outputs.filter(isDelivered).reverse();
}
