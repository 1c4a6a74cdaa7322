import { isRefusal, refuse, type Refusal } from '../../problem/problem.ts';
import type { Actor } from '../event.ts';
import { openOfferOf, type Proposal } from '../offer.ts';
import type { Request } from '../request.ts';
import { record, takes } from '../states.ts';
import { addTelling } from '../telling.ts';
import { lapseOffer, offerAs } from './queue.ts';

/**
 * A place past others who wait longer takes two: an officer proposes it on a ground of the list, the head decides. One proposal at a
 * time, and none while an offer is open. The same one again changes nothing.
 */
export function proposePlace(request: Request, proposal: Proposal): Request | Refusal {
  const current = lapseOffer(request, new Date(proposal.proposedAt));
  if (!takes('propose-place', current)) return refuse('queue/not-waiting');
  const { proposal: open } = current.queue;
  if (open) return isSame(open, proposal) ? request : refuse('proposal/open');
  if (openOfferOf(current.queue)) return refuse('offer/open');
  const { id, by, as, ground, proposedAt: at } = proposal;
  const event = { at, code: 'place-proposed' as const, by, ...(as && { as }), facts: { proposal: id, ground } };
  const waiting = { ...current, queue: { ...current.queue, proposal } };
  const telling = { id: `proposal-${id}`, to: 'heads', at, code: 'proposal-waits', facts: {} } as const;
  const told = addTelling(waiting, telling);
  return isRefusal(told) ? told : record('propose-place', told, event);
}

const isSame = (open: Proposal, { organisation, keptFrom, ground, by }: Proposal) =>
  open.organisation === organisation && open.keptFrom === keptFrom && open.ground === ground && open.by === by;

/** Who decides, about which proposal. */
interface Decided extends Actor {
  readonly id: string;
}

/**
 * The head approves: the place is offered from now on, under the proposal's id, and both are named.
 *
 * @param dueAt until when the offer may be answered
 */
export function approveProposal(
  request: Request,
  { id, ...head }: Decided,
  dueAt: string,
  now: Date,
): Request | Refusal {
  if ('queue' in request && request.queue?.offers.some((offer) => offer.id === id)) return request;
  const proposal = findProposal(request, { id, ...head });
  if ('refused' in proposal) return proposal;
  if (!takes('approve-proposal', request)) return refuse('queue/not-waiting');
  const { organisation, keptFrom, ground, by, as } = proposal;
  const proposed = { by, ...(as && { as }) };
  return offerAs('approve-proposal', request, { id, organisation, keptFrom, ground, proposed, ...head, dueAt }, now);
}

/** The head declines: nothing was offered, and the child keeps their position. */
export function declineProposal(request: Request, { id, ...head }: Decided, now: Date): Request | Refusal {
  if (request.events.some(({ code, facts }) => code === 'proposal-declined' && facts?.['proposal'] === id))
    return request;
  const open = findProposal(request, { id, ...head });
  if ('refused' in open) return open;
  if (!takes('decline-proposal', request)) return refuse('queue/not-waiting');
  const { proposal: _, ...queue } = request.queue;
  const { by, as, ground } = open;
  return record(
    'decline-proposal',
    { ...request, queue },
    {
      ...{ at: now.toISOString(), code: 'proposal-declined', ...head },
      ...{ proposed: { by, ...(as && { as }) }, facts: { proposal: id, ground } },
    },
  );
}

/** Nobody decides on what they have proposed, also not after they have become the head. */
function findProposal(request: Request, { id, by }: Decided): Proposal | Refusal {
  const open = request.state === 'queued' ? request.queue.proposal : undefined;
  if (open?.id !== id) return refuse('proposal/unknown');
  return open.by === by ? refuse('proposal/own') : open;
}
