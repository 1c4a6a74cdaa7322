import * as z from 'zod';

/** What can happen to a request, in the order of its life. In words: event-words.ts. */
export const EventCode = z.enum([
  'created',
  'form-changed',
  'attachment-added',
  'attachment-removed',
  'signature-refused',
  'submitted',
  'taken-over',
  'discarded',
  'draft-expired',
  'identity-checked',
  'submission-confirmed',
  'registry-asked',
  'payment-checked',
  'receipt-printed',
  'notified',
  'turned-away',
  'routed',
  'numbered',
  'status-shown',
  'work-opened',
  'work-claimed',
  'work-released',
  'reminded',
  'escalated',
  'accepted',
  'approved',
  'refused',
  'done',
  'extended',
  'deadline-recomputed',
  'handed-over',
  'output-formed',
  'output-created',
  'output-signed',
  'output-delivered',
  'closed',
  'place-offered',
  'offer-accepted',
  'offer-declined',
  'offer-lapsed',
]);
export type EventCode = z.infer<typeof EventCode>;

/**
 * One line of the request's history. `row` is the machine's state that caused it. `facts` hold no personal data. A line
 * with a `count` represents that many events of its kind, from `at` until `until` (lib/domain/request/history.ts).
 */
export const Event = z.object({
  at: z.iso.datetime(),
  code: EventCode,
  row: z.string().optional(),
  /** Account of the person who acted; absent for systems. */
  by: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
  count: z.int().min(2).optional(),
  until: z.iso.datetime().optional(),
});
export type Event = z.infer<typeof Event>;
