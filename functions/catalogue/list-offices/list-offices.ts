import type { Answered, Asked } from '../../../lib/adapters/http/serve.ts';
import { takePage } from '../../../lib/adapters/http/paging.ts';
import type { Place } from '../../../lib/domain/regulation/place.ts';
import { nameOf } from '../../../lib/domain/regulation/regions.ts';
import { searchFor } from '../../../lib/domain/regulation/search.ts';
import type { contract } from './contract.ts';

export async function listOffices(
  { query }: Asked<typeof contract>,
  { places }: { readonly places: readonly Place[] },
): Promise<Answered> {
  const { region, service, kind, words } = query;
  const isFound = searchFor(words ?? '');
  const found = places.filter(
    (place) =>
      (region === undefined || place.region === region) &&
      (service === undefined || place.services.includes(service)) &&
      (kind === undefined || place.kind === kind) &&
      (words === undefined || isFound(place.name, place.district ?? '', place.address ?? '')),
  );
  const { items, ...page } = takePage('offices', found, query);
  const regions = [...new Set(places.map((place) => place.region))].map((code) => ({ code, ...nameOf(code) }));
  return { body: { offices: items, regions, ...page } };
}
