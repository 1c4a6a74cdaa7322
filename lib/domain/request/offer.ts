import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';
import { Printable } from '../output/printable.ts';
import { ActedAs, Actor } from './event.ts';
import { Ground } from './queue/grounds.ts';
import { Signed } from './signed.ts';

/** The applicant's answer in writing. */
export const SignedAnswer = Signed.extend({
  /** Account of the signer: the applicant, or an employee of the counter that filed the request for them. */
  by: z.string(),
  as: ActedAs.optional(),
});
export type SignedAnswer = z.infer<typeof SignedAnswer>;

/** Where the place is, in one line: the document names it in a field, and a field has no line breaks. */
export const Organisation = Printable.min(2)
  .max(300)
  .regex(/^[^\n]*$/, 'one line');

const place = {
  id: z.string(),
  /** Where the place is: «предложенное ДДО». */
  organisation: Organisation,
  /** The day from which the place is reserved. */
  keptFrom: z.iso.date(),
  /** Account of who acted. */
  by: z.string(),
  as: ActedAs.optional(),
};

/** A place past others who wait longer, as an officer proposes it to the head. Nothing is offered before the head approves. */
export const Proposal = z.object({ ...place, ground: Ground, proposedAt: Instant });
export type Proposal = z.infer<typeof Proposal>;

const offered = {
  ...place,
  /** Why it was offered past others who wait longer. */
  ground: Ground.optional(),
  /** Who proposed it; `by` is the head who approved. */
  proposed: Actor.optional(),
  offeredAt: Instant,
  /** Until when it may be answered. */
  dueAt: Instant,
};

/** A place that an officer offers to somebody in the queue. It is open until it is answered or its term has passed. */
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

/** A request's time in the queue. Its position follows from its submission and is never lost. */
export const InQueue = z.object({
  since: Instant,
  /** Waits for the head; there is none while an offer is open. */
  proposal: Proposal.optional(),
  /** The latest offers, the oldest first; only the last may be open. */
  offers: z.array(Offer),
  /** How many older offers are not listed any more. Their signed answers stay in the documents bucket. */
  folded: z.int().positive().optional(),
});
export type InQueue = z.infer<typeof InQueue>;

/** How many offers a request lists. */
export const OFFERS = 12;

/** Adds an offer, with which a proposal is out of date. Beyond the cap the oldest one is only counted. */
export function addOffer(before: InQueue, offer: Offer): InQueue {
  const { offers, folded = 0, proposal: _, ...queue } = before;
  const all = [...offers, offer];
  const gone = folded + Math.max(0, all.length - OFFERS);
  return { ...queue, offers: all.slice(-OFFERS), ...(gone > 0 && { folded: gone }) };
}

export const openOfferOf = ({ offers }: InQueue): OpenOffer | undefined =>
  offers.find((offer): offer is OpenOffer => offer.state === 'open');

/** From its due time on an offer cannot be answered, even before the sweeper has ended it. */
export const hasLapsed = ({ dueAt }: OpenOffer, now: Date): boolean => Date.parse(dueAt) <= now.getTime();
