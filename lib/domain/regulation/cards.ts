import generated from '../../../statemachines/cards.json' with { type: 'json' };
import { ServiceCard } from './card.ts';

export type { ServiceCard } from './card.ts';

const parsed = new Map<string, ServiceCard>();

/** Every service's id, in the order of the decrees. */
export const serviceIds: readonly string[] = generated.map(({ id }) => id);

/** The card of a service by its id, e.g. `south-kazakhstan-unemployed-certificate`. */
export function findService(id: string): ServiceCard | undefined {
  const known = parsed.get(id);
  if (known) return known;
  const found = generated.find((card) => card.id === id);
  if (!found) return undefined;
  const card = ServiceCard.parse(found);
  parsed.set(id, card);
  return card;
}

/** The services for which people wait in a queue at an office. */
export const queuesAt = (office: string): string[] =>
  generated.filter((card) => 'queue' in card && card.offices.some(({ code }) => code === office)).map(({ id }) => id);
