import type { RequestIn } from '../../domain/request/request.ts';
import { openOfferOf } from '../../domain/request/offer.ts';
import type { PageEnd } from './page.ts';
import type { RequestTable } from './requests.ts';

/** How many who wait before are looked at; behind more of them nobody is in turn. */
const LOOK = { pages: 20, each: 100 };

/**
 * Whether everybody who waits longer has an open offer, or has been offered a place at this organisation before: declined
 * and lapsed offers leave their place in the queue, and would hold the others up for ever.
 */
export async function isInTurn(
  requests: Pick<RequestTable, 'listQueue'>,
  { id, office, service }: { readonly id: string; readonly office: string; readonly service: string },
  organisation: string,
): Promise<boolean> {
  let from: PageEnd | undefined;
  for (let page = 0; page < LOOK.pages; page += 1) {
    const found = await requests.listQueue(office, service, { limit: LOOK.each, from });
    for (const waiting of found.requests) {
      if (waiting.id === id) return true;
      if (waiting.state === 'queued' && !isServed(waiting, organisation)) return false;
    }
    from = found.next;
    if (!from) return false;
  }
  return false;
}

const isServed = ({ queue }: RequestIn<'queued'>, organisation: string) =>
  openOfferOf(queue) !== undefined || queue.offers.some((offer) => offer.organisation === organisation);
