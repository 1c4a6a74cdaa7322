import * as z from 'zod';

/** What a code beside it means, for people. */
export const ShownText = z.object({ kk: z.string(), ru: z.string() }).meta({ description: 'The same in words' });
