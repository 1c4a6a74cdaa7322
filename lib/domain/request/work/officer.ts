import type { SignerRole } from '../../output/document.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import { record } from '../history.ts';
import {
  isDecided,
  isNumbered,
  type Decision,
  type NumberedRequest,
  type Request,
  type RequestIn,
} from '../request.ts';
import type { Notice } from '../../notice/notice.ts';
import { signedOf, type Output } from '../../output/output.ts';
import type { Event } from '../event.ts';
import type { Outcome, Task, Work } from '../work.ts';

/** The officer who acts: `position` is written on the document that he signs. */
export interface Officer {
  readonly account: string;
  readonly name: string;
  readonly position: SignerRole;
}

type Working = NumberedRequest & { readonly work: Work };

const isWorking = (request: Request): request is Working => isNumbered(request) && request.work !== undefined;

const withEvent = (request: Working, event: Event, work: Work, notice?: Notice): Working =>
  record({ ...request, work }, event, notice);

/** Milliseconds for which a claim of overdue work holds: whoever has it may have fallen ill or left. */
const CLAIM_HOLDS = 24 * 3600 * 1000;

/**
 * Takes the work for one officer; the same officer again changes nothing, another one is told who was first. Only the
 * head may take it from him, and when the term is over a claim does not hold for ever.
 */
export function claim(request: Request, officer: Officer, now: Date): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { claimedBy, dueAt } = request.work;
  if (claimedBy?.account === officer.account) return request;
  const overdue = now.getTime() > Date.parse(dueAt);
  const holds = claimedBy && !(overdue && now.getTime() - Date.parse(claimedBy.at) > CLAIM_HOLDS);
  if (holds && officer.position !== 'mio-head') return refuse('work/claimed', { facts: { by: claimedBy.name } });
  const at = now.toISOString();
  return withEvent(
    request,
    { at, code: 'work-claimed', row: request.work.row, by: officer.account },
    { ...request.work, claimedBy: { account: officer.account, name: officer.name, at } },
  );
}

export function release(request: Request, officer: Officer, now: Date): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { claimedBy, ...unclaimed } = request.work;
  if (!claimedBy) return request;
  if (claimedBy.account !== officer.account) return refuse('work/claimed', { facts: { by: claimedBy.name } });
  const event = {
    at: now.toISOString(),
    code: 'work-released' as const,
    row: request.work.row,
    by: officer.account,
  };
  return withEvent(request, event, unclaimed);
}

/**
 * Completes the open work. The outcome waits with the request until the machine has been signalled: the sweeper
 * repeats a signal that was lost between the two writes. The same outcome again changes nothing.
 */
function complete(request: Request, task: Task, outcome: Outcome, officer: Officer, now: Date): Working | Refusal {
  if (!isWorking(request)) return refuse('work/unknown');
  const { work } = request;
  const mine = work.claimedBy?.account === officer.account;
  if (work.task !== task) return refuse('work/other-task', { facts: { task: work.task } });
  if (work.outcome) return mine && work.outcome === outcome ? request : refuse('work/decided-otherwise');
  if (work.claimedBy && !mine) return refuse('work/claimed', { facts: { by: work.claimedBy.name } });
  if (!mine) return refuse('work/not-claimed');
  const at = now.toISOString();
  const code = outcome === 'signed' ? 'output-signed' : outcome;
  const event = { at, code, row: work.row, by: officer.account, facts: { task } } as const;
  return {
    ...withEvent(request, event, { ...work, outcome }),
    pending: 'signal',
    pendingSince: at,
  };
}

const isUnchanged = (completed: Working | Refusal, request: Request): completed is Refusal =>
  completed === request || 'refused' in completed;

/** «Принятие заявления на исполнение»: received → in progress. */
export function accept(request: Request, officer: Officer, now: Date): Request | Refusal {
  const completed = complete(request, 'accept', 'accepted', officer, now);
  if (isUnchanged(completed, request)) return completed;
  const { state: _, ...kept } = completed;
  return { ...kept, state: 'in-progress' };
}

/** The machine hears "approved" of both documents; the request knows which it is to be. */
const isAlike = (request: Request, decision: Decision) =>
  !isDecided(request) || isInterim(request.decision) === isInterim(decision);
const isInterim = (decision: Decision) => decision.outcome === 'approved' && decision.interim === true;

/** «Исполнение запроса. Принятие решения»: → decided. */
export function decide(request: Request, decision: Decision, officer: Officer, now: Date): Request | Refusal {
  const completed = complete(request, 'decide', decision.outcome, officer, now);
  if (completed === request) return isAlike(request, decision) ? request : refuse('work/decided-otherwise');
  if (isUnchanged(completed, request)) return completed;
  return { ...completed, state: 'decided', decision };
}

type Signature = NonNullable<Output['signature']>;

/** «Подписание выходного документа ЭЦП сотрудника МИО»; the signature has been checked by the caller. */
export function signOutput(request: Request, signature: Signature, officer: Officer, now: Date): Request | Refusal {
  if (request.state !== 'decided' || !request.output?.file) return refuse('output/not-ready');
  const completed = complete(request, 'sign', 'signed', officer, now);
  if (isUnchanged(completed, request)) return completed;
  return { ...completed, output: { ...request.output, signature } } as RequestIn<'decided'>;
}

/** «Подписание» where papers are carried: the printed document is signed by hand, and its signer reports it. */
function signByHand(request: Request, officer: Officer, now: Date): Request | Refusal {
  if (request.state !== 'decided' || !request.output?.file) return refuse('output/not-ready');
  const completed = complete(request, 'sign', 'signed', officer, now);
  if (isUnchanged(completed, request)) return completed;
  const signedByHand = { at: now.toISOString(), by: officer };
  return { ...completed, output: { ...request.output, signedByHand } } as RequestIn<'decided'>;
}

/** Tasks that end with a tick: nothing is written but that they were done, and by whom. */
const ticked = ['assign', 'survey', 'prepare', 'approve', 'forward', 'hand-over'] as const satisfies readonly Task[];
/** Tasks that answer yes or no, by which a row may go on otherwise. */
const answered = ['check', 'conclude'] as const satisfies readonly Task[];

/**
 * Every other task. `answer` belongs to those that answer; on paper a signature by hand is ticked, too. Handing over is
 * the delivery of the document.
 */
export function finish(
  request: Request,
  answer: 'approved' | 'refused' | undefined,
  officer: Officer,
  now: Date,
): Request | Refusal {
  if (!isWorking(request)) return refuse('work/unknown');
  const { task } = request.work;
  if (task === 'sign' && request.paper) return signByHand(request, officer, now);
  if ((answered as readonly Task[]).includes(task))
    return answer ? complete(request, task, answer, officer, now) : refuse('work/answer-required');
  if (!(ticked as readonly Task[]).includes(task)) return refuse('work/other-task', { facts: { task } });
  if (task === 'hand-over' && !(isDecided(request) && signedOf(request.output))) return refuse('output/not-ready');
  const completed = complete(request, task, 'done', officer, now);
  if (isUnchanged(completed, request) || task !== 'hand-over') return completed;
  return handOver(completed, officer, now);
}

function handOver(request: Working, { account }: Officer, now: Date): Request {
  const at = now.toISOString();
  const output = 'output' in request && request.output ? { output: { ...request.output, deliveredAt: at } } : {};
  return record({ ...request, ...output }, { at, code: 'handed-over', row: request.work.row, by: account });
}

/** Extends the open work once, to the regulation's longest term; the applicant is told of the new due time. */
export function extend(request: Request, dueAt: Date, notice: Notice, officer: Officer, now: Date): Request | Refusal {
  if (!isWorking(request) || request.work.outcome) return refuse('work/unknown');
  const { work } = request;
  if (work.claimedBy?.account !== officer.account) return refuse('work/not-claimed');
  if (!work.extendable) return refuse('work/not-extendable');
  const { extendable: term, ...kept } = work;
  const extended = { ...kept, dueAt: dueAt.toISOString(), term };
  const event = { at: now.toISOString(), code: 'extended' as const, row: work.row, by: officer.account };
  const due = dueAt.getTime() > Date.parse(request.dueAt) ? dueAt.toISOString() : request.dueAt;
  return { ...withEvent(request, event, extended, notice), dueAt: due };
}
