import type { Answer } from '../kit.ts';

/** The request waits for a payment, and its number comes only after it. */
export const isUnpaid = ({ state, invoice }: Answer<'GET /requests/{id}'>): boolean =>
  state === 'submitted' && invoice !== undefined && invoice.state !== 'paid';
