import type { DueTime } from '../../calendar/calendar.ts';
import { refuse, type Refusal } from '../../problem/problem.ts';
import type { Event } from '../event.ts';
import { decideAgain } from '../decide-again.ts';
import { noticeOf } from '../notify.ts';
import {
  addOffer,
  hasLapsed,
  openOfferOf,
  type Answer,
  type Offer,
  type OpenOffer,
  type SignedAnswer,
} from '../offer.ts';
import type { Request, RequestIn } from '../request.ts';
import { signatureRefused, type RefusedSignature } from '../signed.ts';
import { record, takes } from '../states.ts';

type Queued = RequestIn<'queued'>;

/** What an officer offers. Times are UTC instants; `dueAt` by the regulation's term and the working calendar. */
export type NewOffer = Omit<OpenOffer, 'state' | 'offeredAt'>;

/**
 * «Уведомление потребителя о наличии места»: one open offer at a time. If the same officer makes the same offer again,
 * nothing changes. Another offer is refused until the first is answered or has lapsed.
 */
export function offerPlace(request: Request, { id, dueAt, ...offered }: NewOffer, now: Date): Request | Refusal {
  const current = lapseOffer(request, now);
  if (!takes('offer-place', current)) return refuse('queue/not-waiting');
  const open = openOfferOf(current.queue);
  if (open) return isSame(open, offered) ? request : refuse('offer/open');
  return offerAs('offer-place', current, { id, dueAt, ...offered }, now);
}

/** Makes the offer and tells the applicant, in turn or with the head's approval. */
export function offerAs(
  command: 'offer-place' | 'approve-proposal',
  request: Queued,
  { id, dueAt, ...offered }: NewOffer,
  now: Date,
): Request {
  const { ground, proposed } = offered;
  const at = now.toISOString();
  const offer: Offer = { state: 'open', id, ...offered, offeredAt: at, dueAt };
  const event = {
    ...{ at, code: 'place-offered' as const, ...actingIn(offered), ...(proposed && { proposed }) },
    facts: { offer: id, dueAt, ...(ground && { ground }) },
  };
  const notice = noticeOf(request, noticedAt(id, now), 'place-offered', { number: request.number, dueAt });
  return record(command, { ...request, queue: addOffer(request.queue, offer) }, event, notice);
}

/** Who made an offer or answered it. */
const actingIn = ({ by, as }: Pick<SignedAnswer, 'by' | 'as'>) => ({ by, ...(as && { as }) });

const isSame = (open: OpenOffer, { organisation, keptFrom, by }: Omit<NewOffer, 'id' | 'dueAt'>) =>
  open.organisation === organisation && open.keptFrom === keptFrom && open.by === by;

/** Ends an offer that nobody answered in time; the child keeps their position. Before that time nothing changes. */
export function lapseOffer(request: Request, now: Date): Request {
  const open = request.state === 'queued' ? openOfferOf(request.queue) : undefined;
  if (request.state !== 'queued' || !open || !hasLapsed(open, now)) return request;
  const at = now.toISOString();
  const notice = noticeOf(request, noticedAt(open.id, now), 'offer-lapsed', { number: request.number });
  const lapsed = withOffer(request, { ...open, state: 'lapsed', lapsedAt: at });
  return record('lapse-offer', lapsed, { at, code: 'offer-lapsed', facts: { offer: open.id } }, notice);
}

/** The offer to answer: the open one, or one with the same answer already; else the reason for a refusal. */
export function findAnswerable(request: Request, id: string, answer: Answer, now: Date): Offer | Refusal {
  const offer = 'queue' in request ? request.queue?.offers.find((each) => each.id === id) : undefined;
  if (!offer) return refuse('offer/unknown');
  if (offer.state === answer) return offer;
  if (offer.state === 'lapsed' || (offer.state === 'open' && hasLapsed(offer, now))) return refuse('offer/lapsed');
  return offer.state === 'open' ? offer : refuse('offer/answered-otherwise');
}

/**
 * «Письменный отказ» leaves the child in the queue. «Письменное согласие» causes a new decision: the earlier one is kept,
 * and the machine's next run is due to start. The caller has checked the signature.
 *
 * @param given.due due time of the next run, by the terms from its first row on
 */
export function answerOffer(
  request: Request,
  id: string,
  given: { readonly answer: Answer; readonly signed: SignedAnswer; readonly due: DueTime },
  now: Date,
): Request | Refusal {
  const { answer, signed, due } = given;
  const offer = findAnswerable(request, id, answer, now);
  if ('refused' in offer) return offer;
  if (offer.state !== 'open' || request.state !== 'queued') return request;
  const answered = withOffer(request, { ...offer, state: answer, answer: signed });
  const row = noticedAt(id, now);
  const event = { at: signed.at, ...actingIn(signed), facts: { offer: id } };
  if (answer === 'declined')
    return record(
      'decline-offer',
      answered,
      { ...event, code: 'offer-declined' },
      noticeOf(request, row, 'offer-declined', { number: request.number }),
    );
  const facts = { number: request.number, ...due };
  return record(
    'accept-offer',
    decideAgain(answered, signed.at, due),
    { ...event, code: 'offer-accepted' },
    noticeOf(request, row, 'offer-accepted', facts),
  );
}

const withOffer = (request: Queued, offer: Offer): Queued => ({
  ...request,
  queue: { ...request.queue, offers: request.queue.offers.map((each) => (each.id === offer.id ? offer : each)) },
});

/** An offer belongs to no row, so its id makes the notice's id unique. */
const noticedAt = (id: string, at: Date) => ({ row: `offer-${id}`, at });

/** The place that the applicant accepted: the decision that follows must name it. */
export const acceptedOf = (request: Request): Offer | undefined =>
  'queue' in request && request.state !== 'queued'
    ? request.queue?.offers.findLast(({ state }) => state === 'accepted')
    : undefined;

/** A refused EDS leaves the offer open; the history records the refusal. */
export function recordRefusedAnswer(
  request: Request,
  { offer, ...acting }: { readonly offer?: string } & Pick<Event, 'by' | 'as'>,
  refused: RefusedSignature,
  now: Date,
): Request {
  if (!takes('refuse-answer', request)) return request;
  const { request: counted, event } = signatureRefused(request, refused, now, offer === undefined ? {} : { offer });
  return record('refuse-answer', counted, { ...event, ...acting });
}
