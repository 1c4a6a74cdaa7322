import { addressOf, writeAddress } from '../../output/appeal.ts';
import type { DueTime } from '../../calendar/calendar.ts';
import type { Amount } from '../../regulation/term.ts';
import type { Status, View, Worker } from '../../regulation/words.ts';
import { findService } from '../../regulation/cards.ts';
import type { NoticeCode } from '../../notice/codes.ts';
import type { Event } from '../event.ts';
import { tell } from '../history.ts';
import type { Notice } from '../../notice/notice.ts';
import { isOnItsWay } from '../mailing/mailing.ts';
import { noticeOf } from '../notify.ts';
import { signedOf, type Output, type OutputKind } from '../../output/output.ts';
import type { Performed } from '../performed.ts';
import { eventsOfRun } from '../run.ts';
import {
  isNumbered,
  isSubmitted,
  type Decision,
  type Request,
  type RequestIn,
  type SecondCheck,
  type SubmittedRequest,
  type TurnedAway,
} from '../request.ts';
import { record, takes, type After, type Before, type Command, type EventOf } from '../states.ts';
import type { Task, Work, WorkAhead } from '../work.ts';

/** A machine runs rows only in an order that its table allows; any other order is a defect, not a refusal. */
class RowOutOfOrder extends Error {
  constructor(row: string, request: Request) {
    super(`row ${row} cannot be performed on a request in state ${request.state}`);
    this.name = 'RowOutOfOrder';
  }
}

/** Tasks run at least once; a row whose event is recorded has been performed. */
const wasPerformed = (request: Request, row: string, code: Event['code']) =>
  eventsOfRun(request).some((event) => event.row === row && event.code === code);

/** Performs a row's command and writes its event, once for each row and run. */
export function perform<C extends Command>(
  command: C,
  { row, at }: Performed,
  request: Request,
  code: EventOf<C>['code'],
  change: (request: Before<C>) => After<C>,
  facts?: Event['facts'],
): Request {
  if (wasPerformed(request, row, code)) return request;
  // Its document was withdrawn while it waited to be collected: the last rows of the machine change nothing any more.
  if (request.state === 'withdrawn') return letGo(request);
  if (!takes(command, request)) throw new RowOutOfOrder(row, request);
  const changed = settle(change(request));
  const event = { at: at.toISOString(), code, row, ...(facts && { facts }) } as EventOf<C>;
  return record(command, changed, event);
}

/** The machine is at its end, or has nothing more to do: there is nobody to tell any more. */
export function letGo<R extends RequestIn<'withdrawn' | 'taken-back'>>(request: R): R {
  const { work, ...kept } = settle(request);
  return (work ?? request.pending) ? (kept as R) : request;
}

/** The machine has moved on, so it has received any pending start or signal. */
export function settle<R extends Request>(request: R): R {
  if (!isSubmitted(request) || !request.pending) return request;
  const { pending: _, pendingSince: __, pendingRepeats: ___, ...settled } = request;
  return settled as R;
}

/** Records the result of the machine's check of the EDS; the first result stays. What has failed gets no timestamp. */
export function keepSecondCheck(request: Request, secondCheck: SecondCheck): Request {
  if (!isSubmitted(request) || request.submission.secondCheck) return request;
  const { stamp, ...submission } = request.submission;
  const isStamped = stamp !== undefined && secondCheck.verdict === 'passed';
  return { ...request, submission: { ...submission, ...(isStamped && { stamp }), secondCheck } };
}

export const confirmSubmission = (request: Request, performed: Performed) =>
  perform('confirm-submission', performed, request, 'submission-confirmed', (submitted) => submitted);

export const route = (request: Request, performed: Performed, to: readonly string[]) =>
  perform('route', performed, request, 'routed', (submitted) => submitted, { to: to.join(' ') });

/** The event that records an answer. */
export type QuestionCode = EventOf<'record-answer'>['code'];

/**
 * Records the answer to a system's question in the history, so that a repeated row gives the same answer. `code` names
 * the question.
 */
export const recordAnswer = (
  request: Request,
  performed: Performed,
  code: QuestionCode,
  answer: string,
  facts: Event['facts'] = {},
) => perform('record-answer', performed, request, code, (submitted) => submitted, { answer, ...facts });

export const answerOf = (request: Request, { row }: Performed, code: Event['code']): string | undefined =>
  eventsOfRun(request).find((event) => event.row === row && event.code === code)?.facts?.['answer'];

/** A notice by itself. */
export const notify = (request: Request, performed: Performed, notice: Notice) =>
  perform('notify', performed, request, 'notified', (submitted) => ({
    ...submitted,
    notices: tell(submitted.notices, notice),
  }));

/** The notice for a request that a system turns away. */
const toldWhen: Readonly<Record<TurnedAway, NoticeCode>> = {
  'eds-unconfirmed': 'signature-refused',
  'sign-in-refused': 'identity-unconfirmed',
  'no-registry-data': 'registry-absent',
  'not-paid': 'payment-missing',
  documents: 'documents-missing',
};

/** Every notice of a refusal says where it may be appealed. */
export const appealFact = (office: string) => ({ appealTo: writeAddress(addressOf(office)) });

/** What the notice names, so that a person with several requests knows which it was. */
export function whatWas(submitted: SubmittedRequest) {
  const title = findService(submitted.service, submitted.regulationVersion)?.title;
  return {
    submittedAt: submitted.submission.at,
    ...('number' in submitted && submitted.number !== undefined && { number: submitted.number }),
    ...(title && { serviceKk: title.kk, serviceRu: title.ru }),
  };
}

/** A power of attorney that its register does not know has a notice of its own. */
function noticeWhen(request: Request, because: TurnedAway): NoticeCode {
  const asked = eventsOfRun(request).findLast(({ code }) => code === 'registry-asked');
  const hasNoPower = asked?.facts?.['missing']?.split(' ').some((each) => each.endsWith(':power')) ?? false;
  return because === 'no-registry-data' && hasNoPower ? 'power-absent' : toldWhen[because];
}

/** Ends a request with a message of refusal, without an officer's decision. A second refusal changes nothing. */
export const turnAway = (request: Request, performed: Performed, because: TurnedAway) =>
  perform(
    'turn-away',
    performed,
    request,
    'turned-away',
    (submitted): After<'turn-away'> => {
      if (submitted.state === 'turned-away') return submitted;
      const { id, version, service, regulationVersion, channel, office, applicant, filedBy, organisation, paper } =
        submitted;
      const { createdAt, form, attachments, events, notices, submission } = submitted;
      const { hold, telling, refusedKept, complaints, invoice } = submitted;
      const facts = { ...whatWas(submitted), ...appealFact(office) };
      return {
        ...{ id, version, service, regulationVersion, channel, office, applicant, paper, createdAt },
        ...{ form, attachments, events, submission },
        ...(filedBy && { filedBy }),
        ...(organisation && { organisation }),
        ...(hold && { hold }),
        ...(telling && { telling }),
        ...(refusedKept !== undefined && { refusedKept }),
        ...(complaints && { complaints }),
        ...(invoice && { invoice }),
        ...('number' in submitted && { number: submitted.number, numberedAt: submitted.receivedAt }),
        state: 'turned-away',
        because,
        closedAt: performed.at.toISOString(),
        notices: tell(notices, noticeOf(submitted, performed, noticeWhen(submitted, because), facts)),
      };
    },
    { because },
  );

/** «Присвоение номера заявлению и отображение в статусе поступившие». */
export const assignNumber = (request: Request, performed: Performed, number: string, due: DueTime, notice: Notice) =>
  perform('number', performed, request, 'numbered', (submitted): After<'number'> => {
    const at = performed.at.toISOString();
    const { state: _, ...kept } = submitted;
    return {
      ...kept,
      state: 'received',
      number,
      receivedAt: at,
      ...due,
      statuses: { mio: { status: 'received', at } },
      notices: tell(kept.notices, notice),
    };
  });

export const showStatus = (
  request: Request,
  performed: Performed,
  view: View,
  status: Status,
  notice?: Notice,
): Request =>
  perform(
    'show-status',
    performed,
    request,
    'status-shown',
    (numbered) => ({
      ...numbered,
      statuses: { ...numbered.statuses, [view]: { status, at: performed.at.toISOString() } },
      notices: notice ? tell(numbered.notices, notice) : numbered.notices,
    }),
    { view, status },
  );

export interface Opening {
  readonly task: Task;
  readonly by: Worker;
  readonly dueAt: string;
  readonly term?: Amount | undefined;
  readonly token: string;
  readonly extendable?: Amount | undefined;
  readonly ahead?: WorkAhead[] | undefined;
}

/**
 * Opens a people's row, or renews its wait with a new token. A claim stays. An outcome that was recorded during the
 * renewal is due to be signalled again.
 */
/** @param notice what the applicant is told when the work is opened, not when its wait is renewed */
export function openWork(request: Request, { row, at }: Performed, opening: Opening, notice?: Notice): Request {
  if (!isNumbered(request)) throw new RowOutOfOrder(row, request);
  const now = at.toISOString();
  const open = request.work?.row === row ? request.work : undefined;
  if (open?.token === opening.token) return request;
  if (open?.outcome)
    return {
      ...request,
      work: { ...open, token: opening.token },
      pending: 'signal',
      pendingSince: now,
      pendingRepeats: 0,
    };
  if (!takes('open-work', request)) throw new RowOutOfOrder(row, request);
  if (open) return { ...request, work: { ...open, token: opening.token } };
  const { term, extendable, ahead = [], ...known } = opening;
  const terms = { ...(term && { term }), ...(extendable && { extendable }), ...(ahead.length > 0 && { ahead }) };
  const work: Work = { row, ...known, ...terms, openedAt: now, alarms: 0 };
  return record('open-work', { ...settle(request), work }, { at: now, code: 'work-opened', row }, notice);
}

/** Called when the wait of a people's row times out: a reminder before the due time, an escalation after it. */
export function raiseAlarm(
  request: Request,
  { row, at }: Performed,
  kind: 'reminded' | 'escalated',
  notice?: Notice,
): Request {
  if (!takes('alarm', request) || request.work?.row !== row || request.work.outcome || request.work.stored)
    return request;
  // Nobody need be called while it may still be opened.
  if (isOnItsWay(request, at)) return request;
  const rung = { ...request, work: { ...request.work, alarms: request.work.alarms + 1 } };
  return record('alarm', rung, { at: at.toISOString(), code: kind, row }, notice);
}

/** The kind of document that answers a decision. */
export const kindOf = (decision: Decision): OutputKind =>
  decision.outcome === 'refused' ? 'refusal' : decision.interim ? 'interim' : 'certificate';

/** «Формирование выходного документа»: gives it its number. */
export const formOutput = (request: Request, performed: Performed, number: string, place?: number) =>
  perform('form-output', performed, request, 'output-formed', (decided) => {
    return {
      ...decided,
      output: {
        kind: kindOf(decided.decision),
        number,
        formedAt: performed.at.toISOString(),
        ...(place !== undefined && { place }),
      },
    };
  });

/** «Создание выходного документа»: the bytes that will be signed. */
export const createOutput = (request: Request, performed: Performed, file: NonNullable<Output['file']>) =>
  perform('create-output', performed, request, 'output-created', (decided) => {
    if (!decided.output) throw new RowOutOfOrder(performed.row, request);
    return { ...decided, output: { ...decided.output, file } };
  });

/** «Отображение … с возможностью просмотра выходного документа»: only a signed document is delivered. */
export const deliverOutput = (request: Request, performed: Performed, view: View, notice: Notice | undefined) =>
  perform('deliver-output', performed, request, 'output-delivered', (decided) => {
    if (!decided.output || !signedOf(decided.output)) throw new RowOutOfOrder(performed.row, request);
    const at = performed.at.toISOString();
    return {
      ...decided,
      output: { ...decided.output, deliveredAt: at },
      statuses: { ...decided.statuses, [view]: { status: 'completed', at } },
      ...(notice && { notices: tell(decided.notices, notice) }),
    };
  });

const ends = { certificate: 'issued', interim: 'queued', refusal: 'refused' } as const;

/** The end of the machine: the request is issued, refused or queued, always with a signed document. Removes the work. */
export const close = (request: Request, performed: Performed) =>
  perform('close', performed, request, 'closed', (decided) => {
    if (!signedOf(decided.output)) throw new RowOutOfOrder(performed.row, request);
    const { work: _, state: __, ...kept } = decided;
    const state = ends[kindOf(decided.decision)];
    const at = performed.at.toISOString();
    const queue = state === 'queued' && { queue: decided.queue ?? { since: at, offers: [] } };
    return { ...kept, ...queue, state, closedAt: at } as After<'close'>;
  });
