import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';

/** Why a mailed address opens nothing, although nobody has opened it: its time, the mail came back, was never accepted, wrong answers, the address is somebody else's. */
export const mailingEnds = ['expired', 'returned', 'lost', 'shut', 'disowned'] as const;
export type MailingEnd = (typeof mailingEnds)[number];

/** `waiting`: no mail has gone yet. `opened`: somebody who knows the applicant's IIN has the document. `withdrawn`: it is valid no more. */
export const MailingState = z.enum(['waiting', 'sent', 'opened', ...mailingEnds, 'withdrawn']);

/** A document's way to its applicant by e-mail (statemachines/mailed-result.json). */
export const Mailing = z.object({
  /** From 1; a document may be mailed again. */
  no: z.int().positive(),
  /** Id of the notice that is its mail. */
  notice: z.string(),
  askedAt: Instant,
  state: MailingState,
  /** Keyed hash of the secret in the mailed address, which nobody keeps. A mail that is tried again has another secret. */
  digest: z.string().optional(),
  sentAt: Instant.optional(),
  /** Until when the address opens the document. */
  until: Instant.optional(),
  openedAt: Instant.optional(),
  openings: z.int().nonnegative(),
  /** Wrong answers to the question for the IIN. */
  wrong: z.int().nonnegative(),
});
export type Mailing = z.infer<typeof Mailing>;
