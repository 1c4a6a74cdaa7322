import type { DueTime } from '../../calendar/calendar.ts';
import { forgetWaiting } from '../mailing/mailing.ts';
import { isRefusal, refuse, type Refusal } from '../../problem/problem.ts';
import { isDecided, withDue, type Decision, type Request } from '../request.ts';
import { signatureRefused, type RefusedSignature } from '../signed.ts';
import { record, takes, type After, type Before } from '../states.ts';
import type { Notice } from '../../notice/notice.ts';
import { signedOf, type Officer, type Output } from '../../output/output.ts';
import type { Recipient } from '../../output/recipient.ts';
import type { Event, EventCode } from '../event.ts';
import type { ExtensionGround } from './extension-grounds.ts';
import type { Outcome, Task, Work } from '../work.ts';

/** Who acts, as the history names them. */
export const acting = ({ account: by, name, position: role, place }: Officer) => ({
  by,
  as: { role, name, ...(place !== undefined && { place }) },
});

/** A request with open work: people act only on that. */
type Working = Before<'claim'> & { readonly work: Work };

export const isWorking = (request: Request): request is Working =>
  takes('claim', request) && request.work !== undefined;

/** Milliseconds after which a colleague may take over overdue work: the officer may be ill or may have left. */
const CLAIM_HOLDS = 24 * 3600 * 1000;

/**
 * Claims the work for one officer. The same officer again changes nothing; another officer is told who has it. The head
 * may take it over at any time, and a colleague when it is overdue and the claim is old.
 */
export function claim(request: Request, officer: Officer, now: Date): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { claimedBy, dueAt } = request.work;
  if (claimedBy?.account === officer.account) return request;
  const overdue = now.getTime() > Date.parse(dueAt);
  const holds = claimedBy && !(overdue && now.getTime() - Date.parse(claimedBy.at) > CLAIM_HOLDS);
  if (holds && officer.position !== 'mio-head') return refuse('work/claimed', { facts: { by: claimedBy.name } });
  const at = now.toISOString();
  const work = { ...request.work, claimedBy: { account: officer.account, name: officer.name, at } };
  return record('claim', { ...request, work }, { at, code: 'work-claimed', row: work.row, ...acting(officer) });
}

export function release(request: Request, officer: Officer, now: Date): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { claimedBy, ...unclaimed } = request.work;
  if (!claimedBy) return request;
  if (claimedBy.account !== officer.account) return refuse('work/claimed', { facts: { by: claimedBy.name } });
  const event = { at: now.toISOString(), code: 'work-released', row: unclaimed.row, ...acting(officer) } as const;
  return record('release', { ...request, work: unclaimed }, event);
}

/** Work that somebody has claimed who is here no more goes back into the queue; other work stays as it is. */
export function giveBack(request: Request, account: string, by: Pick<Event, 'by' | 'as'>, now: Date): Request {
  if (!isWorking(request) || request.work.outcome || request.work.claimedBy?.account !== account) return request;
  const { claimedBy: _, ...work } = request.work;
  return record(
    'release',
    { ...request, work },
    { at: now.toISOString(), code: 'work-released', row: work.row, ...by },
  );
}

/**
 * Completes the open work; the caller records what follows. The request keeps the outcome until the machine has been
 * signalled: the sweeper repeats a signal that was lost between the two writes. The same outcome again changes nothing.
 */
function complete(request: Request, task: Task, outcome: Outcome, officer: Officer, now: Date): Working | Refusal {
  if (!isWorking(request)) return refuse('work/unknown');
  const { work } = request;
  const mine = work.claimedBy?.account === officer.account;
  if (work.task !== task) return refuse('work/other-task', { facts: { task: work.task } });
  if (work.outcome) return mine && work.outcome === outcome ? request : refuse('work/decided-otherwise');
  if (work.claimedBy && !mine) return refuse('work/claimed', { facts: { by: work.claimedBy.name } });
  if (!mine) return refuse('work/not-claimed');
  return { ...request, work: { ...work, outcome }, pending: 'signal', pendingSince: now.toISOString() };
}

/** The event that records who completed the work, and how. */
const completion = <Code extends EventCode>({ work }: Working, code: Code, officer: Officer, now: Date) => ({
  ...{ at: now.toISOString(), code, row: work.row, ...acting(officer) },
  facts: { task: work.task },
});

const isUnchanged = (completed: Working | Refusal, request: Request): completed is Refusal =>
  completed === request || 'refused' in completed;

/** «Принятие заявления на исполнение»: received → in progress. */
export function accept(request: Request, officer: Officer, now: Date): Request | Refusal {
  const completed = complete(request, 'accept', 'accepted', officer, now);
  if (isUnchanged(completed, request)) return completed;
  if (!takes('accept', completed)) return refuse('work/other-task', { facts: { task: completed.work.task } });
  const { state: _, ...kept } = completed;
  const accepted: After<'accept'> = { ...kept, state: 'in-progress' };
  return record('accept', accepted, completion(completed, 'accepted', officer, now));
}

/** For both kinds of document the machine gets "approved"; the request records which one to make. */
const isAlike = (request: Request, decision: Decision) =>
  !isDecided(request) || isInterim(request.decision) === isInterim(decision);
const isInterim = (decision: Decision) => decision.outcome === 'approved' && decision.interim === true;

/** «Исполнение запроса. Принятие решения»: → decided. */
export function decide(request: Request, decision: Decision, officer: Officer, now: Date): Request | Refusal {
  const completed = complete(request, 'decide', decision.outcome, officer, now);
  if (completed === request) return isAlike(request, decision) ? request : refuse('work/decided-otherwise');
  if (isUnchanged(completed, request)) return completed;
  const decided: After<'decide'> = { ...completed, state: 'decided', decision };
  return record('decide', decided, completion(completed, decision.outcome, officer, now));
}

/** The document bears the name of whoever has claimed its signature. That writes no line: nothing is signed yet. */
export function nameSigner(request: Request, file: NonNullable<Output['file']>, officer: Officer): Request | Refusal {
  if (!takes('sign-output', request) || !request.output?.file || request.work?.task !== 'sign' || request.work.outcome)
    return refuse('output/not-ready');
  if (request.work.claimedBy?.account !== officer.account) return refuse('work/not-claimed');
  return { ...request, output: { ...request.output, file } };
}

type Signature = NonNullable<Output['signature']>;

/** «Подписание выходного документа ЭЦП сотрудника МИО»; the caller has checked the signature. */
export function signOutput(request: Request, signature: Signature, officer: Officer, now: Date): Request | Refusal {
  return sign(request, { signature }, officer, now);
}

/** What a signature would be refused for whatever it is; the request is as before. */
export function readyToSign(request: Request, officer: Officer, now: Date): Request | Refusal {
  const signed = sign(request, {}, officer, now);
  return isRefusal(signed) ? signed : request;
}

/** A refused EDS leaves the document unsigned; the history records the refusal. */
export function recordRefusedOutput(
  request: Request,
  refused: RefusedSignature,
  officer: Officer,
  now: Date,
): Request | Refusal {
  if (!takes('refuse-output-signature', request) || !isWorking(request)) return refuse('output/not-ready');
  const { request: counted, event } = signatureRefused(request, refused, now);
  return record('refuse-output-signature', counted, { ...event, row: request.work.row, ...acting(officer) });
}

/** «Подписание» on paper: the officer signs the printed document by hand and reports it. */
function signByHand(request: Request, officer: Officer, now: Date): Request | Refusal {
  return sign(request, { signedByHand: { at: now.toISOString(), by: officer } }, officer, now);
}

function sign(request: Request, signed: Partial<Output>, officer: Officer, now: Date): Request | Refusal {
  if (!takes('sign-output', request) || !request.output?.file) return refuse('output/not-ready');
  const completed = complete(request, 'sign', 'signed', officer, now);
  if (isUnchanged(completed, request)) return completed;
  const output = { ...request.output, ...signed };
  const event = completion(completed, 'output-signed', officer, now);
  return record('sign-output', { ...request, work: completed.work, ...pendingOf(completed), output }, event);
}

const pendingOf = ({ pending, pendingSince }: Working) => ({
  ...(pending && { pending }),
  ...(pendingSince && { pendingSince }),
});

/** Tasks that are only marked as done: the history records who did them. */
const ticked = ['assign', 'survey', 'prepare', 'approve', 'forward', 'hand-over'] as const satisfies readonly Task[];
/** Tasks that answer yes or no; the answer may change the next row. */
const answered = ['check', 'conclude'] as const satisfies readonly Task[];

/** What an officer reports of a task: the answer of those that answer, the recipient of a document that was handed over. */
interface Report {
  readonly answer?: 'approved' | 'refused' | undefined;
  readonly recipient?: Recipient | undefined;
}

/**
 * Every other task. On paper, a signature by hand is marked as done in this way, too. Handing over is the delivery of the
 * document; the caller has checked who gets it.
 */
export function finish(
  request: Request,
  { answer, recipient }: Report,
  officer: Officer,
  now: Date,
): Request | Refusal {
  if (!isWorking(request)) return refuse('work/unknown');
  const { task } = request.work;
  if (task === 'sign' && request.paper) return signByHand(request, officer, now);
  if ((answered as readonly Task[]).includes(task)) {
    if (!answer) return refuse('work/answer-required');
    const completed = complete(request, task, answer, officer, now);
    if (isUnchanged(completed, request)) return completed;
    return record('finish', completed, completion(completed, answer, officer, now));
  }
  if (!(ticked as readonly Task[]).includes(task)) return refuse('work/other-task', { facts: { task } });
  if (task === 'hand-over' && !(isDecided(request) && signedOf(request.output))) return refuse('output/not-ready');
  if (task === 'hand-over' && !recipient) return refuse('work/recipient-required');
  const completed = complete(request, task, 'done', officer, now);
  if (isUnchanged(completed, request)) return completed;
  const done = record('finish', completed, completion(completed, 'done', officer, now));
  return recipient && task === 'hand-over' ? handOver(done, recipient, officer, now) : done;
}

/** The history says whether the applicant came or somebody for them; who that was is in the output. */
function handOver(request: Working, recipient: Recipient, officer: Officer, now: Date): Request {
  const at = now.toISOString();
  const handed = { deliveredAt: at, handedTo: { recipient, by: officer } };
  const output = 'output' in request && request.output ? { output: { ...request.output, ...handed } } : {};
  const handedOver = { ...request, ...output };
  return record('finish', isDecided(handedOver) ? forgetWaiting(handedOver) : handedOver, {
    at,
    code: 'handed-over',
    row: request.work.row,
    ...acting(officer),
    facts: { to: recipient.who },
  });
}

/**
 * «Обеспечение сохранности документов, которые потребитель не получил в установленные сроки»: a result that nobody has collected in the
 * row's term is put away, and whoever looks for it finds where. The claim ends; it is still handed over when somebody comes.
 */
export function store(request: Request, place: string, officer: Officer, now: Date): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { claimedBy, ...work } = request.work;
  if (work.task !== 'hand-over' || !takes('store', request))
    return refuse('work/other-task', { facts: { task: work.task } });
  if (claimedBy && claimedBy.account !== officer.account)
    return refuse('work/claimed', { facts: { by: claimedBy.name } });
  if (now.getTime() <= Date.parse(work.dueAt)) return refuse('work/not-overdue');
  if (work.stored?.place === place) return request;
  const at = now.toISOString();
  const event = { at, code: 'stored', row: work.row, ...acting(officer), facts: { place } } as const;
  return record('store', { ...request, work: { ...work, stored: { at, place } } }, event);
}

/** Extends the open work once, to the regulation's longest term, and tells the applicant the new due time. */
interface Extension {
  readonly due: DueTime;
  readonly ground: ExtensionGround;
  readonly notice: Notice;
}

export function extend(
  request: Request,
  { due, ground, notice }: Extension,
  officer: Officer,
  now: Date,
): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { work } = request;
  if (work.claimedBy?.account !== officer.account) return refuse('work/not-claimed');
  if (!work.extendable) return refuse('work/not-extendable');
  const { extendable: term, ...kept } = work;
  const extended = { ...kept, dueAt: due.dueAt, term };
  const event = {
    at: now.toISOString(),
    code: 'extended',
    row: work.row,
    ...acting(officer),
    facts: { ground },
  } as const;
  const later = due.dueAt > request.dueAt ? withDue(request, due) : request;
  return record('extend', { ...later, work: extended }, event, notice);
}
