import * as z from 'zod';
import { tasks, workers } from '../regulation/words.ts';
import { Amount } from '../regulation/term.ts';

/** What a person must do in a people's row. */
export const Task = z.enum(tasks);
export type Task = z.infer<typeof Task>;

export const Outcome = z.enum(['accepted', 'approved', 'refused', 'signed', 'done']);
export type Outcome = z.infer<typeof Outcome>;

/** The open (or just completed) people's row of a request. There is one at a time, because the tables are chains. */
export const Work = z.object({
  /** The machine's state, e.g. `05-mio-accept`. */
  row: z.string(),
  task: Task,
  /** Who does it. */
  by: z.enum(workers),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** From the opening to `dueAt`; used to compute it again when the calendar changes. */
  term: Amount.optional(),
  /** The longest term, from the opening, to which it may be extended once. */
  extendable: Amount.optional(),
  /** Step Functions task token of the waiting state; replaced when the wait is renewed. */
  token: z.string(),
  claimedBy: z.object({ account: z.string(), name: z.string(), at: z.iso.datetime() }).optional(),
  /** Reminders and escalations so far. */
  alarms: z.int().nonnegative(),
  outcome: Outcome.optional(),
  /** Of a result that nobody has collected in time: since when and where it is kept. */
  stored: z.object({ at: z.iso.datetime(), place: z.string() }).optional(),
});
export type Work = z.infer<typeof Work>;
