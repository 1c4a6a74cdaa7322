import type { Caller, Holder } from '../../access/roles.ts';
import { awayNow, type Absence } from '../../identity/absence.ts';
import { findCaller } from '../../identity/find-caller.ts';
import type { ProblemCode } from '../../problem/codes.ts';
import { isRefusal, refuse, type Refusal } from '../../problem/problem.ts';
import type { FindService } from '../../regulation/cards.ts';
import { refuseInterested } from '../access.ts';
import { changeRequest, type Requests } from '../change.ts';
import type { Officer } from '../../output/output.ts';
import { maySign } from '../signer.ts';
import { officerOf } from './officer-of.ts';
import { release } from './officer.ts';
import { mayAct, standIn } from './stand-in.ts';
import { firstAlarm } from '../rows/measure.ts';
import { isNumbered, type Request } from '../request.ts';

/** Tells a waiting machine an outcome, and in how many seconds the work that follows first rings. */
export interface Signals {
  signal(token: string, outcome: string, alarmSeconds?: number): Promise<unknown>;
}

/** What telling the machine needs. */
export interface SignalNeeds {
  readonly machines: Signals;
  readonly findService: FindService;
  readonly now: Date;
}

export interface WorkNeeds {
  readonly requests: Requests;
  readonly accounts: {
    find(account: string): Promise<Holder | undefined>;
    absencesAt(office: string): Promise<readonly Absence[]>;
  };
  readonly now: Date;
}

/** Why a report of finished work may be refused, for any task. */
export const completionRefusals = [
  'work/unknown',
  'work/own-request',
  'work/away',
  'work/claimed',
  'work/no-mandate',
  'work/not-claimed',
  'work/other-task',
  'work/decided-otherwise',
  'request/changed-meanwhile',
] as const satisfies readonly ProblemCode[];

/**
 * An officer changes the open work of a request of their office. Others are told that there is no such work. An officer
 * whose own request it is must leave it to a colleague. Whoever is away does nothing; what they have claimed is the
 * substitute's.
 */
export async function changeWork(
  id: string,
  caller: Caller,
  { requests, accounts, now }: WorkNeeds,
  transition: (request: Request, officer: Officer, account: Holder) => Request | Refusal,
): Promise<Request | Refusal> {
  const [account, absences] = await Promise.all([
    findCaller(caller, accounts),
    caller.office === undefined ? [] : accounts.absencesAt(caller.office),
  ]);
  if (!account) return refuse('access/unauthenticated');
  const changed = await changeRequest(requests, id, (request) => {
    if (!mayAct({ caller, account, absences, now }, request)) return refuse('work/unknown');
    if (awayNow(absences, account.id, now)) return refuse('work/away');
    const officer = officerOf(account);
    const taken = standIn(request, officer, absences, now);
    return refuseInterested(caller, account, request) ?? transition(taken, officer, account);
  });
  return isRefusal(changed) && changed.refused === 'request/unknown' ? refuse('work/unknown') : changed;
}

/**
 * The same for what may end in a signature: only who may sign now gets on with that. Whoever has claimed it and may not (any
 * more) loses it to the office's queue.
 */
export async function changeAsSigner(
  id: string,
  caller: Caller,
  needs: WorkNeeds,
  transition: (request: Request, officer: Officer) => Request | Refusal,
): Promise<Request | Refusal> {
  const changed = await changeWork(id, caller, needs, (request, officer, account) =>
    asksToSign(request) && !maySign(account, needs.now) ? refuse('work/no-mandate') : transition(request, officer),
  );
  if (isRefusal(changed) && changed.refused === 'work/no-mandate')
    await changeWork(id, caller, needs, (request, officer) => release(request, officer, needs.now));
  return changed;
}

const asksToSign = (request: Request) => isNumbered(request) && request.work?.task === 'sign';

/**
 * Tells the machine the outcome that has just been recorded. A failure loses nothing: the request remembers the pending
 * signal, and the sweeper repeats it.
 */
export async function signalOutcome(request: Request, needs: SignalNeeds): Promise<void> {
  if (!isNumbered(request) || request.pending !== 'signal' || !request.work?.outcome) return;
  const { token, outcome, ahead = [] } = request.work;
  await needs.machines.signal(token, outcome, firstAlarm(request, ahead, needs));
}
