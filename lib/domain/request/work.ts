import { z } from 'zod';

/** What a person is asked to do in a people's row. */
export const Task = z.enum(['accept', 'decide', 'sign']);
export type Task = z.infer<typeof Task>;

/** The open (or just completed) people's row of a request. One at a time: the tables are chains. */
export const Work = z.object({
  /** The machine's state, e.g. `05-mio-accept`. */
  row: z.string(),
  task: Task,
  by: z.string(),
  openedAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  /** Step Functions task token of the waiting state; replaced when the wait is re-armed. */
  token: z.string(),
  claimedBy: z.object({ account: z.string(), name: z.string(), at: z.iso.datetime() }).optional(),
  /** Reminders and escalations so far. */
  alarms: z.int().nonnegative(),
  outcome: z.enum(['accepted', 'approved', 'refused', 'signed']).optional(),
});
export type Work = z.infer<typeof Work>;
export type Outcome = NonNullable<Work['outcome']>;
