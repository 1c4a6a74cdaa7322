import { isRefusal, refuse, type Refusal } from '../../problem/problem.ts';
import type { WithdrawalWay } from '../../withdrawal/rules.ts';
import { noticeOf } from '../notify.ts';
import type { SignedAnswer } from '../offer.ts';
import { leaveByWord } from '../queue/leave.ts';
import type { Request } from '../request.ts';
import { settle, whatWas } from '../rows/rows.ts';
import { runOf } from '../run.ts';
import { record, takes, type After } from '../states.ts';

/** What the applicant's word would do now. */
export function wayOut(request: Request): WithdrawalWay | Refusal {
  if (request.state === 'queued') return 'leave-queue';
  if (request.state === 'draft' || request.state === 'discarded') return refuse('withdrawal/too-early');
  return takes('take-back', request) && runOf(request) === 0 ? 'take-back' : refuse('withdrawal/too-late');
}

/** The word by which it was withdrawn; undefined if it was not. */
export function wordOf(request: Request): SignedAnswer | undefined {
  if (request.state === 'taken-back') return request.signed;
  return request.state === 'left' && request.left.because === 'word' ? request.left.signed : undefined;
}

/**
 * The applicant withdraws by their signed word. The caller has checked the signature. Withdrawn already, nothing changes.
 *
 * @param way that of the words that were signed: if the request has moved on meanwhile, they say something else
 */
export function withdraw(request: Request, way: WithdrawalWay, signed: SignedAnswer): Request | Refusal {
  if (wordOf(request)) return request;
  const now = wayOut(request);
  if (isRefusal(now)) return now;
  if (now !== way) return refuse('request/changed-meanwhile');
  return way === 'take-back' ? takeBack(request, signed) : leaveByWord(request, signed);
}

/**
 * Nobody decides it any more. Open work is over and its machine is told so; without open work the next row ends the machine
 * (`TakenBack`).
 */
function takeBack(request: Request, signed: SignedAnswer): Request | Refusal {
  if (!takes('take-back', request)) return refuse('withdrawal/too-late');
  const { at, by, as } = signed;
  const { state: _, ...kept } = request;
  const taken: After<'take-back'> = { ...kept, state: 'taken-back', signed, closedAt: at };
  const { work } = taken;
  const over: After<'take-back'> = work
    ? { ...settle(taken), work: { ...work, outcome: 'taken-back' }, pending: 'signal', pendingSince: at }
    : taken;
  const notice = noticeOf(request, { row: 'withdrawal', at: new Date(at) }, 'request-taken-back', whatWas(request));
  return record('take-back', over, { at, code: 'taken-back', by, ...(as && { as }) }, notice);
}
