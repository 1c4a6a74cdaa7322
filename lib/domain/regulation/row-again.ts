import type { Channel } from './regulation.ts';

/**
 * The row at which a request is decided again: that which the source names for an accepted offer, else the first decision. Undefined in a
 * channel without a decision.
 */
export const rowAgain = ({ again, actions }: Pick<Channel, 'again' | 'actions'>): number | undefined =>
  again?.row ??
  actions.find(({ does }) => does.some((operation) => 'work' in operation && operation.work === 'decide'))?.no;
