import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { ShownText } from '../../../lib/adapters/http/views/shown-text.ts';

const Fault = z.object({
  code: z.enum(['changed', 'missing', 'late', 'chain', 'rewritten']),
  text: ShownText,
  at: z.string().meta({ description: 'Of the entry, or the end of the seal' }),
});

export const contract = endpoint({
  route: 'GET /journal/check',
  tag: 'Platform',
  summary: 'Compare the access journal with its seals',
  description:
    'Every five minutes the new entries are sealed, in order and chained to the last seal, under object lock. This looks at ' +
    'some seals after `after`, without it from the first on; `next` says where to go on. `npm run journal -- verify` ' +
    'does the same from outside of the service.',
  query: z.strictObject({
    after: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z(?:#[0-9A-HJKMNP-TV-Z]{26})?$/)
      .optional()
      .meta({ description: 'End of a seal: a moment, or the `next` of the answer before' }),
  }),
  answer: z.object({
    seals: z.int(),
    entries: z.int(),
    erased: z.int().meta({ description: 'Sealed entries that are gone because they had been kept for their term' }),
    faults: z.array(Fault).max(100),
    moreFaults: z.int().optional().meta({ description: 'How many faults there are beside these' }),
    next: z.string().optional().meta({ description: 'Give it as `after` to go on' }),
    last: z
      .object({ until: ShownInstant, sha256: z.string() })
      .optional()
      .meta({ description: 'The last seal that was looked at: whoever keeps its digest can tell that it has stayed' }),
    unsealed: z.int().optional().meta({ description: 'Entries after the last seal, of 1000 at most' }),
  }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'From the first seal on', answers: 200 }],
});
