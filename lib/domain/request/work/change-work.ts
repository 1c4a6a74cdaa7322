import { mayWork } from '../ownership.ts';
import type { Caller } from '../../access/roles.ts';
import type { Account } from '../../identity/account.ts';
import type { ProblemCode } from '../../problem/codes.ts';
import { isRefusal, refuse, type Refusal } from '../../problem/problem.ts';
import { refuseInterested } from '../access.ts';
import { changeRequest, type Requests } from '../change.ts';
import type { Officer } from './officer.ts';
import { officerOf } from './officer-of.ts';
import { isNumbered, type Request } from '../request.ts';

/** The way back to a waiting machine. */
export interface Signals {
  signal(token: string, outcome: string): Promise<unknown>;
}

export interface WorkNeeds {
  readonly requests: Requests;
  readonly accounts: { find(account: string): Promise<Account | undefined> };
  readonly now: Date;
}

/** Why a report of done work may be refused, whatever the task. */
export const completionRefusals = [
  'work/unknown',
  'work/own-request',
  'work/claimed',
  'work/not-claimed',
  'work/other-task',
  'work/decided-otherwise',
  'request/changed-meanwhile',
] as const satisfies readonly ProblemCode[];

/**
 * One officer's change of the open work of a request of his office. Others are told that there is no such work, and he
 * whose own request it is leaves it to a colleague.
 */
export async function changeWork(
  id: string,
  caller: Caller,
  { requests, accounts }: Omit<WorkNeeds, 'now'>,
  transition: (request: Request, officer: Officer) => Request | Refusal,
): Promise<Request | Refusal> {
  const account = await accounts.find(caller.account);
  if (!account) return refuse('access/unauthenticated');
  const changed = await changeRequest(requests, id, (request) =>
    mayWork(caller, request)
      ? (refuseInterested(caller, account, request) ?? transition(request, officerOf(account)))
      : refuse('work/unknown'),
  );
  return isRefusal(changed) && changed.refused === 'request/unknown' ? refuse('work/unknown') : changed;
}

/**
 * Tells the machine the outcome that has just been recorded. A failure here loses nothing: the request remembers that
 * the signal is pending and the sweeper repeats it.
 */
export async function signalOutcome(request: Request, machines: Signals): Promise<void> {
  if (isNumbered(request) && request.pending === 'signal' && request.work?.outcome)
    await machines.signal(request.work.token, request.work.outcome);
}
