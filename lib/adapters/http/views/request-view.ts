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
  type Earlier,
  type NumberedRequest,
  type Request,
  type Withdrawn,
} from '../../../domain/request/request.ts';
import { addressOf, rightOfAppeal } from '../../../domain/output/appeal.ts';
import { dayOf } from '../../../domain/language/dates.ts';
import { ComplaintGround, procedure } from '../../../domain/complaint/procedure.ts';
import { refuseComplaint } from '../../../domain/request/complaint/complaining.ts';
import { CorrectionGround, correctionRules, CorrectionWay, withdrawalWords } from '../../../domain/correction/rules.ts';
import { refuseCorrection } from '../../../domain/request/correction/correct.ts';
import { HeadGround, reopeningRules } from '../../../domain/reopening/rules.ts';
import { refuseReopening } from '../../../domain/request/reopening/reopen.ts';
import { mayAnswer, mayCorrect, mayReopen, seesComplaints } from '../../../domain/request/ownership.ts';
import { ComplaintView, viewComplaint } from './complaint-view.ts';
import { HistoryLine, viewHistory } from './history-view.ts';
import { organisationOf } from '../../../domain/identity/organisation.ts';
import { questionnaireOf } from '../../../domain/questionnaire/ballot.ts';
import { mailingsOf } from '../../../domain/request/mailing/mailing.ts';
import { isRefusal } from '../../../domain/problem/problem.ts';
import { wayOut } from '../../../domain/request/withdrawal/withdraw.ts';
import { WithdrawalWay } from '../../../domain/withdrawal/rules.ts';
import { InvoiceView, viewInvoice } from './invoice-view.ts';
import { MailingView, viewMailing } from './mailing-view.ts';
import { OfferView, viewOpenOffer } from './queue-view.ts';
import { SignerRole } from '../../../domain/output/document.ts';
import { OutputKind, signedOf, type Output } from '../../../domain/output/output.ts';
import { identityDocuments } from '../../../domain/output/recipient-words.ts';
import { placeName } from '../../../domain/regulation/places.ts';
import { signedPost } from '../../../domain/output/signed-post.ts';
import { findService as findCard } from '../../../domain/regulation/cards.ts';
import { documentsIn } from '../../../domain/regulation/documents-in.ts';
import { statuses as statusWords } from '../../../domain/regulation/words.ts';
import { representativeOf } from '../../../domain/regulation/representative.ts';
import { stateWords } from '../../../domain/request/state-words.ts';
import { whereOf } from '../../../domain/request/where.ts';
import { officeTime, WorkingTime } from './office-time.ts';
import { RegisterDataView, viewRegisterData } from './register-data-view.ts';
import { ShownText } from './shown-text.ts';
import { ShownInstant } from './shown-instant.ts';
import { TimestampView, viewTimestamp } from './timestamp-view.ts';
import { KeptForm } from '../../../domain/regulation/kept-form.ts';

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
  timestamp: TimestampView.optional(),
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

const WithdrawnView = z
  .object({
    at: ShownInstant,
    ground: ShownText,
    text: z.string().optional().meta({ description: 'The explanation, which the public register does not have' }),
  })
  .meta({ id: 'WithdrawnResult', description: 'Since when it is valid no more, and why' });

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

/** Of a legal person that applies. */
export const OrganisationView = z
  .object({
    bin: z.string(),
    name: z.string().optional().meta({ description: 'As in the certificate: after the signature' }),
  })
  .meta({ id: 'Organisation' });

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
      'taken-back',
      'received',
      'in-progress',
      'decided',
      'issued',
      'queued',
      'refused',
      'withdrawn',
      'left',
    ]),
    stateText: ShownText,
    number: z.string().optional(),
    createdAt: ShownInstant,
    submittedAt: ShownInstant.optional(),
    timestamp: TimestampView.optional().meta({ description: 'Of the signature of the application' }),
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
    organisation: OrganisationView.optional().meta({ description: 'In whose name the applicant applies' }),
    representative: RepresentativeView.optional().meta({ description: 'Who acts for the applicant, and by what' }),
    because: TurnedAway.optional().meta({ description: 'Why a system turned the request away' }),
    form: KeptForm,
    formVersion: z.int().optional().meta({ description: 'Of a draft; `PUT /requests/{id}/form` takes it' }),
    registerData: RegisterDataView.optional().meta({
      description: 'Of a form that state registers fill: which, whether they may, and what is from them',
    }),
    attachments: z.array(AttachmentView),
    kept: KeptView.optional().meta({ description: 'How long it is kept, once it is known' }),
    invoice: InvoiceView.optional().meta({ description: 'Of a service that costs something' }),
    decision: DecisionView.optional(),
    output: OutputView.optional(),
    mailings: z.array(MailingView).optional().meta({
      description:
        'Of a result that its applicant wanted by e-mail: each mailing of the present document, the first one first',
    }),
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
      .array(
        z.object({
          decision: DecisionView,
          output: OutputView,
          withdrawn: WithdrawnView.optional(),
        }),
      )
      .optional()
      .meta({
        description: 'What was decided in earlier runs; the documents stay valid, but for those that were withdrawn',
      }),
    questionnaire: z.enum(['open', 'answered']).optional().meta({
      description: 'After the result, if the regulation has a questionnaire: `PUT /requests/{id}/questionnaire`',
    }),
    reopening: z
      .object({ request: z.string(), grounds: z.array(z.object({ ground: HeadGround, text: ShownText })) })
      .optional()
      .meta({ description: 'To the head of the office while a refusal may be opened again: on which grounds' }),
    withdrawal: WithdrawalWay.optional().meta({
      description: 'To whoever may withdraw by a signed word now: what it would do',
    }),
    withdrawn: WithdrawnView.optional().meta({ description: 'Of the present document' }),
    correction: z
      .object({
        request: z.string(),
        ways: z.array(CorrectionWay),
        grounds: z.array(z.object({ ground: CorrectionGround, text: ShownText })),
        characters: z.object({ min: z.int(), max: z.int() }).meta({ description: 'Of the explanation' }),
      })
      .optional()
      .meta({
        description:
          'To the head whose office signed the document, and by `GET /statuses/{number}` to an officer with the head’s mandate, while it may be ' +
          'withdrawn or corrected: on which grounds',
      }),
    history: z.array(HistoryLine),
  })
  .meta({ id: 'Request' });
export type RequestView = z.infer<typeof RequestView>;

/** Whoever looks; an officer's mandate stands in their account, and only who asks there knows of it. */
export type Viewer = Caller & { readonly hasMandate?: boolean };

/**
 * The decision and the output are shown only after the document has been signed and delivered; who acted, by the role of
 * whoever looks.
 */
export function viewRequest(request: Request, now: Date, viewer: Viewer): RequestView {
  const { id, service, regulationVersion, channel, office, state, createdAt, form, applicant } = request;
  const representative = representativeOf(request);
  return {
    ...{ id, service, regulationVersion, channel, office, state, createdAt, form },
    attachments: viewAttachments(request),
    ...viewRegisterData(request),
    applicant: {
      ...{ iin: applicant.iin, fullName: applicant.fullName },
      ...(applicant.birthDate && { birthDate: applicant.birthDate, sex: applicant.sex }),
    },
    ...viewOrganisation(request),
    ...(representative && { representative }),
    stateText: stateWords[state],
    statuses: {},
    ...(isDraft(request) && { expiresAt: request.expiresAt, formVersion: request.formVersion }),
    ...('submission' in request && { submittedAt: request.submission.at, ...viewTimestamp(request.submission) }),
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
    ...viewBill(request, now),
    ...viewMailings(request),
    ...viewAppeal(request),
    ...viewComplaints(request, viewer, now),
    ...viewKept(request),
    ...viewEarlier(request),
    ...(request.state === 'queued' && viewOpenOffer(request.queue, now)),
    ...viewQuestionnaire(request),
    ...viewReopening(request, viewer),
    ...viewCorrection(request, viewer),
    ...viewWithdrawal(request, viewer),
    ...(request.state === 'withdrawn' && { withdrawn: viewWithdrawn(request.withdrawn) }),
    history: viewHistory(request.events, viewer.role),
  };
}

/** Nothing where people apply for themselves. */
function viewOrganisation(request: Request): Pick<RequestView, 'organisation'> {
  const organisation = organisationOf(isSubmitted(request) ? request : { organisation: request.organisation });
  return organisation ? { organisation } : {};
}

/** With the name of each document that the regulation's list has. */
function viewAttachments({ attachments, service, regulationVersion, channel }: Request): RequestView['attachments'] {
  const listed = attachments.length > 0 ? findCard(service, regulationVersion)?.documents : undefined;
  return attachments.map((attachment) => {
    const found = documentsIn(listed ?? [], channel).find(({ code }) => code === attachment.document);
    return { ...attachment, ...(found && { documentText: found.name }) };
  });
}

function viewMailings(request: Request): Pick<RequestView, 'mailings'> {
  const mailings = mailingsOf(request).map(viewMailing);
  return mailings.length > 0 ? { mailings } : {};
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

function viewReopening(request: Request, viewer: Caller): Pick<RequestView, 'reopening'> {
  if (!mayReopen(viewer, request) || refuseReopening(request)) return {};
  const grounds = HeadGround.options.map((ground) => ({ ground, text: reopeningRules.grounds[ground] }));
  return { reopening: { request: request.id, grounds } };
}

function viewCorrection(request: Request, viewer: Viewer): Pick<RequestView, 'correction'> {
  const ways = CorrectionWay.options.filter((way) => !refuseCorrection(request, way));
  const signs = viewer.role === 'mio-head' || viewer.hasMandate === true;
  if (ways.length === 0 || !signs || !mayCorrect(viewer, request)) return {};
  const grounds = CorrectionGround.options.map((ground) => ({ ground, text: correctionRules.grounds[ground] }));
  return { correction: { request: request.id, ways, grounds, characters: correctionRules.characters } };
}

/** What was taken back is not to be paid any more. */
function viewBill(request: Request, now: Date): Pick<RequestView, 'invoice'> {
  if (!isSubmitted(request) || !request.invoice) return {};
  const isOver = request.state === 'taken-back' && request.invoice.paidAt === undefined;
  return isOver ? {} : { invoice: viewInvoice(request.invoice, now) };
}

function viewWithdrawal(request: Request, viewer: Caller): Pick<RequestView, 'withdrawal'> {
  const way = wayOut(request);
  return mayAnswer(viewer, request) && !isRefusal(way) ? { withdrawal: way } : {};
}

function viewQuestionnaire(request: Request): Pick<RequestView, 'questionnaire'> {
  const questionnaire = questionnaireOf(request, findCard(request.service, request.regulationVersion)?.asks ?? []);
  return questionnaire ? { questionnaire } : {};
}

const viewStatuses = (shown: NumberedRequest['statuses']): RequestView['statuses'] =>
  Object.fromEntries(
    Object.entries(shown).map(([view, { status, at }]) => [view, { status, text: statusWords[status], at }]),
  );

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
      ...viewTimestamp(output.signature),
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
  return { earlier: request.earlier.flatMap(viewRun) };
}

function viewRun({ decision, output, withdrawn }: Earlier) {
  const result = viewResult(decision, output);
  if (!result) return [];
  return [{ ...result, ...(withdrawn && { withdrawn: viewWithdrawn(withdrawn) }) }];
}

const viewWithdrawn = ({ at, ground, text }: Withdrawn) => ({
  ...{ at, ground: withdrawalWords[ground] },
  ...(text !== undefined && { text }),
});

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
  reopening: true,
  correction: true,
}).meta({ id: 'RequestStatus' });

/** Negative when it has passed. */
export const secondsUntil = (instant: string, now: Date) => Math.floor((Date.parse(instant) - now.getTime()) / 1000);
