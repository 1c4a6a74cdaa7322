import type { Bilingual } from '../language/bilingual.ts';
import type { InvoiceState } from './invoice.ts';

/** How an invoice stands, as pages show it. */
export const invoiceStates = {
  open: { kk: 'төлем күтілуде', ru: 'ждёт оплаты' },
  expired: { kk: 'төлем мерзімі өтті', ru: 'срок оплаты прошёл' },
  paid: { kk: 'төленді', ru: 'оплачен' },
} as const satisfies Record<InvoiceState, Bilingual>;
