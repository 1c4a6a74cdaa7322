import * as z from 'zod';
import { Role } from '../access/roles.ts';

/** What can happen to a request, in the order of its life. In words: event-words.ts. */
export const EventCode = z.enum([
  'created',
  'form-changed',
  'registers-answered',
  'registers-declined',
  'attachment-added',
  'attachment-removed',
  'signature-refused',
  'submitted',
  'taken-over',
  'shown-in-cabinet',
  'discarded',
  'draft-expired',
  'identity-checked',
  'submission-confirmed',
  'registry-silent',
  'registry-asked',
  'invoice-made',
  'payments-silent',
  'payment-checked',
  'receipt-printed',
  'notified',
  'turned-away',
  'taken-back',
  'routed',
  'numbered',
  'status-shown',
  'work-opened',
  'work-claimed',
  'work-released',
  'work-given',
  'work-recalled',
  'stood-in',
  'reminded',
  'escalated',
  'accepted',
  'approved',
  'refused',
  'done',
  'extended',
  'deadline-recomputed',
  'stored',
  'handed-over',
  'result-mailed',
  'result-opened',
  'mailing-expired',
  'mailing-returned',
  'mailing-lost',
  'mailing-shut',
  'mailing-disowned',
  'address-disowned',
  'mailing-repeated',
  'output-formed',
  'output-created',
  'output-signed',
  'output-delivered',
  'closed',
  'place-proposed',
  'proposal-declined',
  'place-offered',
  'offer-accepted',
  'offer-declined',
  'offer-lapsed',
  'withdrawn',
  'outgrown',
  'complaint-filed',
  'complaint-reminded',
  'complaint-passed',
  'complaint-overdue',
  'complaint-answered',
  'reopened',
  'output-withdrawn',
  'correction-begun',
]);
export type EventCode = z.infer<typeof EventCode>;

/**
 * As what somebody acted: the role of their session, the place that they serve and their name at that time. Applicants act
 * for themselves; the request says what they are called.
 */
export const ActedAs = z.object({ role: Role, name: z.string().optional(), place: z.string().optional() });
export type ActedAs = z.infer<typeof ActedAs>;

/** Somebody who acted: their account, and as what. */
export const Actor = z.object({ by: z.string(), as: ActedAs.optional() });
export type Actor = z.infer<typeof Actor>;

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
  /** Absent for systems, and in what was recorded before it was kept. */
  as: ActedAs.optional(),
  /** Of an act of two people: who proposed what the other one decided. */
  proposed: Actor.optional(),
  /** Who gets the work, loses it, or is stood in for. */
  about: Actor.optional(),
  /** The ground of the head, for employees. */
  words: z.string().optional(),
  facts: z.record(z.string(), z.string()).optional(),
  count: z.int().min(2).optional(),
  until: z.iso.datetime().optional(),
});
export type Event = z.infer<typeof Event>;
