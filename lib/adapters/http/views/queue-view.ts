import * as z from 'zod';
import type { ServiceCard } from '../../../domain/regulation/cards.ts';
import type { Role } from '../../../domain/access/roles.ts';
import { hasLapsed, openOfferOf, type InQueue, type Offer, type Proposal } from '../../../domain/request/offer.ts';
import { changeWords, queueOrder } from '../../../domain/request/queue/change-words.ts';
import { groundWords } from '../../../domain/request/queue/ground-words.ts';
import { Ground } from '../../../domain/request/queue/grounds.ts';
import type { Place, Tally } from '../../../domain/request/queue/tally.ts';
import type { NumberedRequest, Request } from '../../../domain/request/request.ts';
import { ShownInstant } from './shown-instant.ts';
import { ShownText } from './shown-text.ts';
import { textIn } from '../../../domain/regulation/form-values.ts';

const Position = z.int().positive().meta({ description: 'Place in the queue of the service and office: 1 is first' });

export const OfferView = z
  .object({
    id: z.string(),
    state: z.enum(['open', 'accepted', 'declined', 'lapsed']),
    organisation: z.string().meta({ description: 'Where the place is' }),
    keptFrom: z.string().meta({ format: 'date', description: 'Day from which it is kept' }),
    offeredAt: ShownInstant,
    dueAt: ShownInstant.meta({ format: 'date-time', description: 'It may be answered before this moment' }),
    answeredAt: ShownInstant.optional(),
  })
  .meta({ id: 'Offer' });

export const ProposalView = z
  .object({
    id: z.string(),
    organisation: z.string().meta({ description: 'Where the place is' }),
    keptFrom: z.string().meta({ format: 'date', description: 'Day from which it is kept' }),
    ground: Ground,
    groundText: ShownText,
    proposedAt: ShownInstant,
    name: z.string().optional().meta({ description: 'Of the officer who proposes it' }),
  })
  .meta({ id: 'Proposal' });

export const viewProposal = ({ id, organisation, keptFrom, ground, proposedAt, as }: Proposal) => ({
  ...{ id, organisation, keptFrom, ground, groundText: groundWords[ground], proposedAt },
  ...(as?.name !== undefined && { name: as.name }),
});

/** For employees: an applicant is told of a place when it is offered. */
const proposalFor = ({ proposal }: InQueue, viewer: Role) =>
  proposal && viewer !== 'applicant' ? { proposal: viewProposal(proposal) } : {};

/** From its due time on an offer cannot be answered, even if the sweeper has not ended it yet. */
export const viewOffer = (offer: Offer, now: Date): z.infer<typeof OfferView> => ({
  id: offer.id,
  state: offer.state === 'open' && hasLapsed(offer, now) ? 'lapsed' : offer.state,
  organisation: offer.organisation,
  keptFrom: offer.keptFrom,
  offeredAt: offer.offeredAt,
  dueAt: offer.dueAt,
  ...('answer' in offer && { answeredAt: offer.answer.at }),
});

export function viewOpenOffer(queue: InQueue, now: Date): { offer?: z.infer<typeof OfferView> } {
  const open = openOfferOf(queue);
  return open && !hasLapsed(open, now) ? { offer: viewOffer(open, now) } : {};
}

/** How many of one class and month wait before somebody, and what became of the others: no persons. */
const BeforeView = z.object({
  class: z.int().meta({ description: 'A lower class goes first' }),
  month: z.string().meta({ description: 'Of their submission' }),
  waiting: z.int(),
  placed: z.int().meta({ description: 'Accepted a place' }),
  left: z.int().meta({ description: 'Left the queue' }),
  outgrown: z.int().meta({ description: 'Left it at the age limit' }),
});

/** The position of a request in the queue. */
export const InQueueView = z
  .object({
    position: Position.optional().meta({
      description:
        'Absent when the request does not stand in the queue any more. It may also grow: somebody with an earlier submission or another class may come in before.',
    }),
    of: z.int().optional().meta({ description: 'How many wait' }),
    asOf: ShownInstant.meta({ format: 'date-time', description: 'When this was counted' }),
    order: ShownText.meta({ description: 'By what the queue is ordered' }),
    before: z.array(BeforeView).optional(),
    submittedAt: ShownInstant.meta({ format: 'date-time', description: 'By which the queue is ordered' }),
    since: ShownInstant.meta({ format: 'date-time', description: 'When the interim document was issued' }),
    changes: z
      .array(z.object({ at: ShownInstant, code: z.string(), text: ShownText }))
      .meta({ description: 'What happened to the request in the queue, and what it did to its place' }),
    offers: z.array(OfferView),
    folded: z.int().optional().meta({ description: 'Older offers, which are only counted' }),
    proposal: ProposalView.optional().meta({ description: 'What waits for the head; employees see it' }),
  })
  .meta({ id: 'InQueue' });

const viewBefore = ({ class: of, month, waiting, placed, left, outgrown }: Tally): z.infer<typeof BeforeView> => ({
  ...{ class: of, month, waiting, placed, left, outgrown },
});

type Waiting = NumberedRequest & { readonly queue: InQueue };
export const isInQueue = (request: NumberedRequest): request is Waiting => request.queue !== undefined;

export const viewInQueue = (
  { queue, submission, events }: Waiting,
  viewer: Role,
  now: Date,
  place?: Place,
): z.infer<typeof InQueueView> => ({
  ...(place && {
    position: place.position,
    of: place.of,
    before: place.before.map(viewBefore),
  }),
  asOf: now.toISOString(),
  order: queueOrder,
  submittedAt: submission.at,
  since: queue.since,
  changes: events.flatMap(({ at, code }) => {
    const text = changeWords[code];
    return text ? [{ at, code, text }] : [];
  }),
  offers: queue.offers.map((offer) => viewOffer(offer, now)),
  ...(queue.folded !== undefined && { folded: queue.folded }),
  ...proposalFor(queue, viewer),
});

/** A line of the queue as the office sees it; the request says whose child it is. */
export const QueueLine = z
  .object({
    position: Position,
    id: z.string().meta({ description: "The request's id" }),
    number: z.string(),
    child: z
      .object({ fullName: z.string(), iin: z.string(), birthDate: z.string() })
      .optional()
      .meta({ description: 'Who waits, by the form' }),
    channel: z.string(),
    submittedAt: ShownInstant,
    since: ShownInstant,
    offer: OfferView.optional().meta({ description: 'The offer that waits for its answer' }),
    proposal: ProposalView.optional().meta({ description: 'What waits for the head' }),
    offered: z.int().meta({ description: 'Offers so far' }),
  })
  .meta({ id: 'QueueLine' });

/** The fields of a form that say who waits. */
type ChildFields = NonNullable<NonNullable<ServiceCard['queue']>['child']>;

/** The line of who still waits. */
export function viewQueueLine(
  request: Request,
  now: Date,
  position: number,
  child?: ChildFields,
): z.infer<typeof QueueLine> | undefined {
  if (request.state !== 'queued') return undefined;
  const { id, number, channel, submission, queue, form } = request;
  const [fullName, iin, birthDate] = child
    ? [child.name, child.iin, child.birthDate].map((name) => textIn(form, name))
    : [];
  return {
    ...{ position, id, number, channel },
    ...(fullName && iin && birthDate && { child: { fullName, iin, birthDate } }),
    submittedAt: submission.at,
    since: queue.since,
    ...viewOpenOffer(queue, now),
    ...(queue.proposal && { proposal: viewProposal(queue.proposal) }),
    offered: queue.offers.length + (queue.folded ?? 0),
  };
}
