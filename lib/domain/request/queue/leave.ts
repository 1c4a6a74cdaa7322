import { refuse, type Refusal } from '../../problem/problem.ts';
import { noticeOf } from '../notify.ts';
import { openOfferOf, type InQueue, type SignedAnswer } from '../offer.ts';
import type { Request, RequestIn } from '../request.ts';
import { record, takes } from '../states.ts';

/** Out of the queue: an open offer is over, and so is a proposal. */
function leave(request: RequestIn<'queued'>, left: RequestIn<'left'>['left']): RequestIn<'left'> {
  const { state: _, ...kept } = request;
  const { proposal: __, ...queue }: InQueue = request.queue;
  const open = openOfferOf(queue);
  const offers = queue.offers.map((offer) =>
    offer === open ? { ...open, state: 'lapsed' as const, lapsedAt: left.at } : offer,
  );
  return { ...kept, state: 'left', queue: { ...queue, offers }, left, closedAt: left.at };
}

/** «До 7 лет»: at the age limit the child leaves the queue, and the applicant is told. Before it nothing changes. */
export function outgrow(request: Request, now: Date): Request {
  const until = 'child' in request ? request.child?.until : undefined;
  if (until === undefined || Date.parse(until) > now.getTime() || !takes('outgrow', request)) return request;
  const at = now.toISOString();
  const notice = noticeOf(request, { row: 'queue', at: now }, 'queue-outgrown', { number: request.number });
  return record('outgrow', leave(request, { at, because: 'age' }), { at, code: 'outgrown' }, notice);
}

/** The applicant takes the child out of the queue by their signed word. */
export function leaveByWord(request: Request, signed: SignedAnswer): Request | Refusal {
  if (!takes('withdraw', request)) return refuse('queue/not-waiting');
  const { at, by, as } = signed;
  const notice = noticeOf(request, { row: 'queue', at: new Date(at) }, 'queue-left', { number: request.number });
  const event = { at, code: 'withdrawn' as const, by, ...(as && { as }) };
  return record('withdraw', leave(request, { at, because: 'word', signed }), event, notice);
}
