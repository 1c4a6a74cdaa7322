import * as z from 'zod';
import { tasks, workers } from '../regulation/words.ts';
import { Amount } from '../regulation/term.ts';

/** What a person must do in a people's row. */
export const Task = z.enum(tasks);
export type Task = z.infer<typeof Task>;

/** `taken-back`: the applicant has taken the request back, and nobody does it any more. */
export const Outcome = z.enum(['accepted', 'approved', 'refused', 'signed', 'done', 'taken-back']);
export type Outcome = z.infer<typeof Outcome>;

const Named = z.object({ account: z.string(), name: z.string() });
const Assigned = z.object({
  by: Named,
  at: z.iso.datetime(),
  ground: z.string(),
  to: Named.optional(),
  from: Named.optional(),
});

/** A people's row that may open after another row, with no function between them: who does it, and in which time. */
export const WorkAhead = z.object({ by: z.enum(workers), term: Amount });
export type WorkAhead = z.infer<typeof WorkAhead>;

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
  /** What may open right after it: whoever ends this work tells the machine how long to wait for that. */
  ahead: z.array(WorkAhead).optional(),
  /** Step Functions task token of the waiting state; replaced when the wait is renewed. */
  token: z.string(),
  /** `insteadOf`: the name of the colleague who had it and is away. */
  claimedBy: z
    .object({ account: z.string(), name: z.string(), at: z.iso.datetime(), insteadOf: z.string().optional() })
    .optional(),
  /** What the head did with it last: gave it to somebody, or took it back, from whoever had it. */
  assigned: Assigned.optional(),
  /** Reminders and escalations so far. */
  alarms: z.int().nonnegative(),
  outcome: Outcome.optional(),
  /** Of a result that nobody has collected in time: since when and where it is kept. */
  stored: z.object({ at: z.iso.datetime(), place: z.string() }).optional(),
});
export type Work = z.infer<typeof Work>;
