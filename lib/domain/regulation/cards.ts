import former from '../../../statemachines/former/cards.json' with { type: 'json' };
import generated from '../../../statemachines/cards.json' with { type: 'json' };
import { ServiceCard } from './card.ts';
import { findVersion } from './find-version.ts';

export type { ServiceCard } from './card.ts';
export { PRESENT } from './find-version.ts';

/** Every service's id, in the order of the decrees. */
export const serviceIds: readonly string[] = generated.map(({ id }) => id);

/**
 * The card of a service by its id, e.g. `south-kazakhstan-unemployed-certificate`: of the version that a request names, or
 * of the present one (`PRESENT`). Undefined if that version was not kept; another version never replaces it.
 */
export type FindService = (id: string, version: string) => ServiceCard | undefined;

export const findService = findAmong(generated, former);

export function findAmong(...cards: readonly (readonly { readonly id: string; readonly version: string }[])[]) {
  const all = cards.flat();
  const parsed = new Map<object, ServiceCard>();
  const find: FindService = (id, version) => {
    const found = findVersion(all, (card) => card.id === id, version);
    if (!found) return undefined;
    const card = parsed.get(found) ?? ServiceCard.parse(found);
    parsed.set(found, card);
    return card;
  };
  return find;
}

/** Every queue: each service that has one has it at each of its offices. */
export const queues: readonly { readonly service: string; readonly office: string }[] = generated.flatMap((card) =>
  'queue' in card ? card.offices.map(({ code }) => ({ service: card.id, office: code })) : [],
);

/** The services for which people wait in a queue at an office. */
export const queuesAt = (office: string): string[] =>
  queues.filter((queue) => queue.office === office).map(({ service }) => service);
