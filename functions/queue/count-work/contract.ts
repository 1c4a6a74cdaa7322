import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';

const Counts = z.record(z.string(), z.int()).meta({ description: 'By code; what has none is absent' });

/** Overdue work, and what is due today, are counted up to this. */
export const COUNTED = 1000;

export const contract = endpoint({
  route: 'GET /work-counts',
  tag: 'Work',
  summary: "How much open work the caller's office has",
  description:
    'Kept while work changes and not counted for each call, so it costs the same with 20,000 lines as with one. A process that ' +
    'ends at the wrong moment leaves a count wrong by one, at most until the check of the next day.',
  query: z.strictObject({}),
  answer: z.object({
    all: z.int(),
    free: z.int().meta({ description: 'That nobody has' }),
    mine: z.int().meta({ description: 'That the caller has, also for a colleague for whom they stand in' }),
    overdue: z
      .int()
      .max(COUNTED)
      .meta({ description: `${COUNTED} means so many or more` }),
    today: z.int().max(COUNTED).meta({ description: 'That will be due later on this day; counted like `overdue`' }),
    service: Counts,
    task: Counts,
    channel: Counts,
  }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'For the menu', answers: 200 }],
});
