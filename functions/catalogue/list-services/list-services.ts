import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { takePage } from '../../../lib/adapters/http/paging.ts';
import { dayOf } from '../../../lib/domain/language/dates.ts';
import type { ServiceCard } from '../../../lib/domain/regulation/cards.ts';
import { isOfferedOn, type OfferedIn, type Period } from '../../../lib/domain/regulation/offered.ts';
import type { Place } from '../../../lib/domain/regulation/place.ts';
import { searchFor } from '../../../lib/domain/regulation/search.ts';
import { nameOf, regions } from '../../../lib/domain/regulation/regions.ts';
import type { contract } from './contract.ts';

interface Needs {
  readonly services: readonly ServiceCard[];
  readonly places: readonly Pick<Place, 'code' | 'services'>[];
  readonly offeredIn: OfferedIn;
  readonly now: Date;
}

export async function listServices(
  { query }: Asked<typeof contract>,
  { services, places, offeredIn, now }: Needs,
): Promise<Answered> {
  const { region, channel, office, words, all } = query;
  const isFound = searchFor(words ?? '');
  const there = places.filter(({ code }) => code === office).flatMap((place) => place.services);
  const found = services.filter(
    (card) =>
      (region === undefined || card.region === region) &&
      (channel === undefined || card.channels.some((each) => each.channel === channel)) &&
      (office === undefined || there.includes(card.id)) &&
      (words === undefined ||
        isFound(card.title.ru, card.title.kk, regions[card.region].ru, regions[card.region].kk)) &&
      (all || isOfferedOn(dayOf(now.toISOString(), card.zone), offeredIn(card.id))),
  );
  const { items, ...page } = takePage('services', found, query);
  return { body: { services: items.map((card) => summaryOf(card, offeredIn(card.id))), ...page } };
}

const summaryOf = (card: ServiceCard, offered: Period | undefined) => ({
  ...card,
  regionName: nameOf(card.region),
  channels: card.channels.map(({ channel }) => channel),
  terms: (card.channels.find(({ channel }) => channel === 'portal') ?? card.channels[0])?.terms ?? [],
  ...(offered && { offered }),
});
