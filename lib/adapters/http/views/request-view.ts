import * as z from 'zod';
import type { Caller } from '../../../domain/access/roles.ts';
import { erasuresOf, type Erasure } from '../../../domain/request/erasure.ts';
import { terms } from '../../../domain/retention/terms.ts';
import {
  AttachmentKind,
  isDecided,
  isDraft,
  complaintsOf,
  isNumbered,
  isSubmitted,
  StatusName,
  TurnedAway,
  ViewName,
  type Decision,
  type NumberedRequest,
  type Request,
} from '../../../domain/request/request.ts';
import { addressOf, rightOfAppeal } from '../../../domain/output/appeal.ts';
import { dayOf } from '../../../domain/language/dates.ts';
import { ComplaintGround, procedure } from '../../../domain/complaint/procedure.ts';
import { refuseComplaint } from '../../../domain/request/complaint/complaining.ts';
import { seesComplaints } from '../../../domain/request/ownership.ts';
import { ComplaintView, viewComplaint } from './complaint-view.ts';
import { HistoryLine, viewHistory } from './history-view.ts';
import { questionnaireOf } from '../../../domain/questionnaire/ballot.ts';
import { OfferView, viewOpenOffer } from './queue-view.ts';
import { SignerRole } from '../../../domain/output/document.ts';
import { OutputKind, signedOf, type Output } from '../../../domain/output/output.ts';
import { identityDocuments } from '../../../domain/output/recipient-words.ts';
import { placeName } from '../../../domain/regulation/places.ts';
import { signedPost } from '../../../domain/output/signed-post.ts';
import { departmentIn, workingTimeLeft } from '../../../domain/calendar/calendar.ts';
import { findService as findCard, type FindService } from '../../../domain/regulation/cards.ts';
import { documentsIn } from '../../../domain/regulation/documents-in.ts';
import { PRESENT } from '../../../domain/regulation/find-version.ts';
import { officeOf, type Where } from '../../../domain/regulation/open-hours.ts';
import { statuses as statusWords } from '../../../domain/regulation/words.ts';
import { zoneOf } from '../../../domain/regulation/zone-of.ts';
import { representativeOf } from '../../../domain/regulation/representative.ts';
import { stateWords } from '../../../domain/request/state-words.ts';
import { taskWords } from '../../../domain/request/task-words.ts';
import { whereOf, whereWorks } from '../../../domain/request/where.ts';
import { Task } from '../../../domain/request/work.ts';
import { ShownText } from './shown-text.ts';
import { ShownInstant } from './shown-instant.ts';

const AttachmentView = z
  .object({
    id: z.string(),
    name: z.string(),
    document: z
      .string()
      .optional()
      .meta({ description: 'The code of the document that it shows; `other` for another one' }),
    documentText: ShownText.optional().meta({ description: 'The name of that document' }),
    type: AttachmentKind,
    size: z.int(),
    sha256: z.string(),
    addedAt: ShownInstant,
  })
  .meta({ id: 'Attachment' });

const DecisionView = z.object({
  outcome: z.enum(['approved', 'refused']),
  interim: z.literal(true).optional().meta({ description: 'By an interim document: the request waits in the queue' }),
  at: ShownInstant,
  ground: z.string().optional(),
  text: z.string().optional(),
});

const OutputView = z.object({
  kind: OutputKind,
  number: z.string(),
  issuedAt: ShownInstant,
  signedBy: z.object({ name: z.string(), position: ShownText, role: SignerRole }),
  handedOver: z
    .object({
      at: ShownInstant,
      to: z.enum(['applicant', 'representative']),
      name: z.string().optional().meta({ description: 'Of a representative' }),
      document: ShownText.meta({ description: 'What kind of document they showed' }),
      by: z.object({ role: SignerRole, place: z.string().optional() }),
    })
    .optional()
    .meta({ description: 'Of a document that was collected at a counter' }),
});

const WorkingTime = z.string().meta({
  format: 'duration',
  example: 'P1DT2H5M',
  description:
    "The office's own time until the due time (ISO 8601, whole minutes): days are its working days, hours and minutes " +
    'run while it is open. `PT0M` when nothing is left',
});

const KeptView = z.object({
  until: ShownInstant.meta({
    format: 'date-time',
    description: 'Then it is erased with everything that belongs to it',
  }),
  ground: ShownText.meta({ description: 'Why so long' }),
  scansUntil: ShownInstant.optional().meta({ format: 'date-time', description: 'Then its scans are erased' }),
  scansErasedAt: ShownInstant.optional().meta({ format: 'date-time' }),
  hold: z
    .object({ at: ShownInstant })
    .optional()
    .meta({ description: 'Nothing is erased while this lasts; its ground is not shown, as it may concern an inquiry' }),
});

/** A draft may name them with gaps: an empty text is not filled in yet. */
const RepresentativeView = z
  .object({
    iin: z.string(),
    fullName: z.string(),
    power: z.object({ number: z.string(), issuedOn: z.string(), until: z.string(), notary: z.string() }),
  })
  .meta({ id: 'Representative' });

/** What the applicant, the officer and the auditor see of a request. */
export const RequestView = z
  .object({
    id: z.string(),
    service: z.string(),
    regulationVersion: z.string().meta({ description: '`GET /services/{service}?version=` shows it' }),
    channel: z.string(),
    office: z.string(),
    state: z.enum([
      'draft',
      'discarded',
      'submitted',
      'turned-away',
      'received',
      'in-progress',
      'decided',
      'issued',
      'queued',
      'refused',
      'left',
    ]),
    stateText: ShownText,
    number: z.string().optional(),
    createdAt: ShownInstant,
    submittedAt: ShownInstant.optional(),
    receivedAt: ShownInstant.optional(),
    closedAt: ShownInstant.optional(),
    expiresAt: ShownInstant.optional().meta({ format: 'date-time', description: 'Of a draft' }),
    dueAt: ShownInstant.optional(),
    calendarUntil: z.string().optional().meta({
      description:
        'The due time is provisional: it lies beyond this year, with which the reviewed working calendar ends, and may move',
    }),
    timeLeft: z.int().optional().meta({ description: 'Seconds until the due time; negative when it has passed' }),
    workingTimeLeft: WorkingTime.optional(),
    statuses: z.partialRecord(ViewName, z.object({ status: StatusName, text: ShownText, at: ShownInstant })),
    applicant: z
      .object({
        iin: z.string(),
        fullName: z.string(),
        birthDate: z.iso.date().optional(),
        sex: z.enum(['male', 'female']).optional(),
      })
      .meta({ description: '`birthDate` and `sex` where the IIN names neither' }),
    representative: RepresentativeView.optional().meta({ description: 'Who acts for the applicant, and by what' }),
    because: TurnedAway.optional().meta({ description: 'Why a system turned the request away' }),
    form: z.record(z.string(), z.string()),
    formVersion: z.int().optional().meta({ description: 'Of a draft; `PUT /requests/{id}/form` takes it' }),
    attachments: z.array(AttachmentView),
    kept: KeptView.optional().meta({ description: 'How long it is kept, once it is known' }),
    decision: DecisionView.optional(),
    output: OutputView.optional(),
    appeal: z
      .array(ShownText)
      .optional()
      .meta({ description: 'Of a refusal: to whom, where and within which time it may be appealed, in sentences' }),
    complaints: z.array(ComplaintView).optional().meta({
      description: 'For the applicant, those who answer them, and the auditor; the oldest first',
    }),
    complaining: z
      .object({
        grounds: z.array(z.object({ ground: ComplaintGround, text: ShownText })),
        characters: z.int().meta({ description: 'At most' }),
      })
      .optional()
      .meta({ description: 'To the applicant while one more complaint is taken: on which grounds' }),
    offer: OfferView.optional().meta({ description: 'The place that waits for an answer in writing' }),
    earlier: z
      .array(z.object({ decision: DecisionView, output: OutputView }))
      .optional()
      .meta({ description: 'What was decided before an offer was accepted; the documents stay valid' }),
    questionnaire: z.enum(['open', 'answered']).optional().meta({
      description: 'After the result, if the regulation has a questionnaire: `PUT /requests/{id}/questionnaire`',
    }),
    history: z.array(HistoryLine),
  })
  .meta({ id: 'Request' });
export type RequestView = z.infer<typeof RequestView>;

/**
 * The decision and the output are shown only after the document has been signed and delivered; who acted, by the role of
 * whoever looks.
 */
export function viewRequest(request: Request, now: Date, viewer: Caller): RequestView {
  const { id, service, regulationVersion, channel, office, state, createdAt, form, applicant } = request;
  const representative = representativeOf(request);
  return {
    ...{ id, service, regulationVersion, channel, office, state, createdAt, form },
    attachments: viewAttachments(request),
    applicant: {
      ...{ iin: applicant.iin, fullName: applicant.fullName },
      ...(applicant.birthDate && { birthDate: applicant.birthDate, sex: applicant.sex }),
    },
    ...(representative && { representative }),
    stateText: stateWords[state],
    statuses: {},
    ...(isDraft(request) && { expiresAt: request.expiresAt, formVersion: request.formVersion }),
    ...('submission' in request && { submittedAt: request.submission.at }),
    ...(isNumbered(request) && {
      number: request.number,
      receivedAt: request.receivedAt,
      dueAt: request.dueAt,
      ...(request.calendarUntil && { calendarUntil: request.calendarUntil }),
      statuses: viewStatuses(request.statuses),
    }),
    ...(isNumbered(request) &&
      !('closedAt' in request) && {
        timeLeft: secondsUntil(request.dueAt, now),
        workingTimeLeft: officeTime(request, whereOf(request), request.dueAt, now),
      }),
    ...('closedAt' in request && request.state !== 'queued' && { closedAt: request.closedAt }),
    ...(request.state === 'turned-away' && {
      because: request.because,
      ...(request.number !== undefined && { number: request.number }),
    }),
    ...(isDecided(request) && viewResult(request.decision, request.output)),
    ...viewAppeal(request),
    ...viewComplaints(request, viewer, now),
    ...viewKept(request),
    ...viewEarlier(request),
    ...(request.state === 'queued' && viewOpenOffer(request.queue, now)),
    ...viewQuestionnaire(request),
    history: viewHistory(request.events, viewer.role),
  };
}

/** With the name of each document that the regulation's list has. */
function viewAttachments({ attachments, service, regulationVersion, channel }: Request): RequestView['attachments'] {
  const listed = attachments.length > 0 ? findCard(service, regulationVersion)?.documents : undefined;
  return attachments.map((attachment) => {
    const found = documentsIn(listed ?? [], channel).find(({ code }) => code === attachment.document);
    return { ...attachment, ...(found && { documentText: found.name }) };
  });
}

/** A refusal by an officer once it is delivered, and one by a system at once. */
function viewAppeal(request: Request): Pick<RequestView, 'appeal'> {
  const isRefused = request.state === 'refused' || request.state === 'turned-away';
  const card = isRefused ? findCard(request.service, request.regulationVersion) : undefined;
  if (!isRefused || !card) return {};
  return { appeal: [...rightOfAppeal(card, addressOf(request.office), dayOf(request.closedAt, card.zone))] };
}

function viewComplaints(request: Request, viewer: Caller, now: Date): Pick<RequestView, 'complaints' | 'complaining'> {
  if (!isSubmitted(request) || !seesComplaints(viewer, request)) return {};
  const complaints = complaintsOf(request).map((complaint) => viewComplaint(request, complaint, now));
  const grounds = ComplaintGround.options
    .filter((ground) => viewer.role === 'applicant' && !refuseComplaint(request, { ground }))
    .map((ground) => ({ ground, text: procedure.grounds[ground] }));
  return {
    ...(complaints.length > 0 && { complaints }),
    ...(grounds.length > 0 && { complaining: { grounds, characters: procedure.most.characters } }),
  };
}

function viewQuestionnaire(request: Request): Pick<RequestView, 'questionnaire'> {
  const questionnaire = questionnaireOf(request, findCard(request.service, request.regulationVersion)?.asks ?? []);
  return questionnaire ? { questionnaire } : {};
}

const viewStatuses = (shown: NumberedRequest['statuses']): RequestView['statuses'] =>
  Object.fromEntries(
    Object.entries(shown).map(([view, { status, at }]) => [view, { status, text: statusWords[status], at }]),
  );

/** By the hours of the place; a version that was not kept has the department's. */
function officeTime(request: Request, where: Where, due: string, now: Date) {
  const card = findCard(request.service, request.regulationVersion);
  const office = card ? officeOf(card, where) : departmentIn(zoneOf(request.service));
  return workingTimeLeft(now, new Date(due), office);
}

interface Result {
  readonly decision: z.infer<typeof DecisionView>;
  readonly output: z.infer<typeof OutputView>;
}

function viewResult(decision: Decision, output: Output | undefined): Result | undefined {
  const signed = signedOf(output);
  const position = output && signedPost(output);
  if (!output?.deliveredAt || !signed || !position) return undefined;
  return {
    decision: {
      outcome: decision.outcome,
      at: decision.at,
      ...(decision.outcome === 'refused' && { ground: decision.ground, text: decision.text }),
      ...(decision.outcome === 'approved' && decision.interim && { interim: true }),
    },
    output: {
      kind: output.kind,
      number: output.number,
      issuedAt: signed.at,
      signedBy: { name: signed.by.name, position, role: signed.by.position },
      ...viewHanded(output),
    },
  };
}

function viewHanded({ handedTo, deliveredAt }: Output) {
  if (!handedTo || !deliveredAt) return {};
  const { recipient, by } = handedTo;
  return {
    handedOver: {
      ...{ at: deliveredAt, to: recipient.who, document: identityDocuments[recipient.document.kind] },
      ...(recipient.who === 'representative' && { name: recipient.fullName }),
      by: { role: by.position, ...(by.place !== undefined && { place: placeName(by.place) }) },
    },
  };
}

/** Of what is under way nobody knows yet when it will be finished. */
function viewKept(request: Request): Pick<RequestView, 'kept'> {
  const erasures = erasuresOf(request);
  const until = isDraft(request) ? request.expiresAt : whenOf(erasures, 'request');
  if (until === undefined) return {};
  const { ground } = isDraft(request) ? terms.draft : request.state === 'discarded' ? terms.discarded : terms.request;
  const scansUntil = whenOf(erasures, 'scans');
  const { scansErasedAt, hold } = request;
  return {
    kept: {
      ...{ until, ground },
      ...(scansUntil && { scansUntil }),
      ...(scansErasedAt && { scansErasedAt }),
      ...(hold && { hold: { at: hold.at } }),
    },
  };
}

const whenOf = (erasures: readonly Erasure[], what: Erasure['what']) =>
  erasures.find((each) => each.what === what)?.at.toISOString();

function viewEarlier(request: Request): Pick<RequestView, 'earlier'> {
  if (!isNumbered(request) || !request.earlier) return {};
  return { earlier: request.earlier.flatMap(({ decision, output }) => viewResult(decision, output) ?? []) };
}

/** A line of «История получения услуг». */
export const RequestSummary = RequestView.pick({
  id: true,
  service: true,
  regulationVersion: true,
  channel: true,
  state: true,
  stateText: true,
  number: true,
  createdAt: true,
  dueAt: true,
  calendarUntil: true,
  timeLeft: true,
  workingTimeLeft: true,
  closedAt: true,
  questionnaire: true,
  offer: true,
}).meta({ id: 'RequestSummary' });

/** What the counters of CON and MIO show about a visitor's request: no form, no person. */
export const StatusView = RequestView.pick({
  number: true,
  service: true,
  state: true,
  stateText: true,
  statuses: true,
  receivedAt: true,
  dueAt: true,
  calendarUntil: true,
  closedAt: true,
}).meta({ id: 'RequestStatus' });

/** A line of an officer's list of work. */
export const WorkView = z
  .object({
    id: z.string().meta({ description: "The request's id" }),
    number: z.string(),
    service: z.string(),
    serviceTitle: ShownText,
    channel: z.string(),
    applicant: z.object({ fullName: z.string() }),
    row: z.string(),
    task: Task,
    taskText: ShownText,
    openedAt: ShownInstant,
    dueAt: ShownInstant,
    workingTimeLeft: WorkingTime,
    overdue: z.boolean(),
    alarms: z.int().meta({ description: 'Reminders and escalations so far' }),
    claimedBy: z.object({ name: z.string(), at: ShownInstant, mine: z.boolean() }).optional(),
    paper: z.literal(true).optional().meta({ description: 'Papers are carried: the document is signed by hand' }),
    extendable: z.literal(true).optional().meta({ description: 'The term may still be extended, once' }),
    stored: z
      .object({ at: ShownInstant, place: z.string() })
      .optional()
      .meta({ description: 'A result that nobody has collected in time: since when and where it is kept' }),
  })
  .meta({ id: 'Work' });
export type WorkView = z.infer<typeof WorkView>;

interface Looks {
  /** The account of the caller. */
  readonly account: string;
  readonly now: Date;
  readonly findService: FindService;
}

export function viewWork(request: Request, { account, now, findService }: Looks): WorkView | undefined {
  if (!isNumbered(request) || !request.work || request.work.outcome) return undefined;
  const { id, number, service, channel, applicant, paper } = request;
  const { row, task, openedAt, dueAt, alarms, claimedBy, extendable, stored } = request.work;
  return {
    ...{ id, number, service, channel, row, task, openedAt, dueAt, alarms },
    serviceTitle: titleOf(request, findService),
    taskText: taskWords[task],
    applicant: { fullName: applicant.fullName },
    workingTimeLeft: officeTime(request, whereWorks(request, request.work.by), dueAt, now),
    overdue: Date.parse(dueAt) < now.getTime(),
    ...(claimedBy && { claimedBy: { name: claimedBy.name, at: claimedBy.at, mine: claimedBy.account === account } }),
    ...(paper && { paper: true }),
    ...(extendable && { extendable: true }),
    ...(stored && { stored }),
  };
}

const secondsUntil = (instant: string, now: Date) => Math.floor((Date.parse(instant) - now.getTime()) / 1000);

/** Of the version of the request. One unknown former service does not make the whole list fail. */
function titleOf({ service, regulationVersion }: Request, findService: FindService) {
  const { kk, ru } = (findService(service, regulationVersion) ?? findService(service, PRESENT))?.title ?? {
    kk: service,
    ru: service,
  };
  return { kk, ru };
}
