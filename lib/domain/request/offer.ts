import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';
import { Printable } from '../output/printable.ts';
import { Signed } from './signed.ts';

/** The applicant's answer in writing. */
export const SignedAnswer = Signed.extend({
  /** Account of who signed: the applicant, or an employee of the place that filed the request for him. */
  by: z.string(),
});
export type SignedAnswer = z.infer<typeof SignedAnswer>;

/** Where the place is, in one line: the document names it in a field, and a field has no line breaks. */
export const Organisation = Printable.min(2)
  .max(300)
  .regex(/^[^\n]*$/, 'one line');

const offered = {
  id: z.string(),
  /** Where the place is: «предложенное ДДО». */
  organisation: Organisation,
  /** The day from which the place is kept. */
  keptFrom: z.iso.date(),
  /** Account of the officer. */
  by: z.string(),
  offeredAt: Instant,
  /** Until when it may be answered. */
  dueAt: Instant,
};

/** A place that an officer offers to somebody in the queue: open until it is answered in writing or its term has passed. */
export const Offer = z.discriminatedUnion('state', [
  z.object({ state: z.literal('open'), ...offered }),
  z.object({ state: z.literal('accepted'), ...offered, answer: SignedAnswer }),
  z.object({ state: z.literal('declined'), ...offered, answer: SignedAnswer }),
  z.object({ state: z.literal('lapsed'), ...offered, lapsedAt: Instant }),
]);
export type Offer = z.infer<typeof Offer>;
export type OpenOffer = Extract<Offer, { state: 'open' }>;

export const Answer = z.enum(['accepted', 'declined']);
export type Answer = z.infer<typeof Answer>;

/** A request's time in the queue. Its place there is that of its submission and is never lost. */
export const InQueue = z.object({
  since: Instant,
  /** In the order in which they were made, the latest ones; the last alone may be open. */
  offers: z.array(Offer),
  /** Older ones that are not listed any more. What was signed to answer them stays in the documents bucket. */
  folded: z.int().positive().optional(),
});
export type InQueue = z.infer<typeof InQueue>;

/** Offers that a request lists. */
export const OFFERS = 12;

/** One offer more: past the cap the oldest one is only counted. */
export function addOffer({ offers, folded = 0, ...queue }: InQueue, offer: Offer): InQueue {
  const all = [...offers, offer];
  const gone = folded + Math.max(0, all.length - OFFERS);
  return { ...queue, offers: all.slice(-OFFERS), ...(gone > 0 && { folded: gone }) };
}

export const openOfferOf = ({ offers }: InQueue): OpenOffer | undefined =>
  offers.find((offer): offer is OpenOffer => offer.state === 'open');

/** The due time is the first moment at which it can no longer be answered, whether or not the sweeper has come by. */
export const hasLapsed = ({ dueAt }: OpenOffer, now: Date): boolean => Date.parse(dueAt) <= now.getTime();
