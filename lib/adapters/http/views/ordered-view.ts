import * as z from 'zod';
import { RequestId } from '../ids.ts';

/** How many pieces of work one call gives, takes back or claims. */
export const ORDERED = 50;

/** What the head says of several pieces of work at once. */
export const Ordered = z.strictObject({
  work: z
    .array(
      z.strictObject({
        id: RequestId,
        row: z.string().max(100).meta({ description: 'As the head saw it' }),
        claimedAt: z.iso
          .datetime()
          .optional()
          .meta({ description: '`claimedBy.at` as the head saw it; absent if nobody had it' }),
      }),
    )
    .min(1)
    .max(ORDERED),
  ground: z.string().trim().min(3).max(200).meta({ description: 'In words, for the people of the office' }),
});

/** Why one of several is not done, in the language of the answer. */
export const ItemProblem = z
  .object({
    code: z.string(),
    title: z.string(),
    status: z.int().meta({ description: 'What a call for this one alone would have answered' }),
    text: z.string().optional().meta({ description: 'Particulars in words, such as what is wrong with a signature' }),
  })
  .meta({ id: 'ItemProblem' });

/** What came of it, one by one, in the order of the call. */
export const OrderedView = z.object({
  work: z.array(z.object({ id: z.string(), done: z.boolean(), problem: ItemProblem.optional() })),
});
