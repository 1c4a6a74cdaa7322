import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { momentQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { ShownText } from '../../../lib/adapters/http/views/shown-text.ts';
import { Instant } from '../../../lib/domain/calendar/instant.ts';
import { Role } from '../../../lib/domain/access/roles.ts';
import { Unusual } from '../../../lib/domain/journal/unusual.ts';

export const contract = endpoint({
  route: 'GET /acts',
  tag: 'Work',
  summary: "See acts out of the ordinary at the caller's office, newest first",
  description:
    'What employees filed and answered for visitors, and places that were proposed and approved out of turn, of the last year. A page ' +
    'of one kind has `limit` acts, however many others stand between them; among 1000 in a row it may have fewer.',
  query: z.strictObject({
    kind: Unusual.optional().meta({ description: 'Only acts of this kind' }),
    since: Instant.optional(),
    until: Instant.optional(),
    ...momentQuery('acts'),
  }),
  answer: z.object({
    acts: z.array(
      z
        .object({
          at: ShownInstant,
          unusual: Unusual,
          text: ShownText,
          request: z.string().optional(),
          name: z.string().optional(),
          role: Role.optional(),
          roleText: ShownText.optional(),
          proposedBy: z
            .string()
            .optional()
            .meta({ description: 'Name of the officer who proposed what the head approved' }),
        })
        .meta({ id: 'UnusualAct' }),
    ),
    next: nextPage,
  }),
  success: 200,
  refusals: [],
  examples: [
    { summary: 'The first page', answers: 200 },
    { summary: 'Places out of turn', query: { kind: 'out-of-turn' }, answers: 200 },
    { summary: 'No such kind', query: { kind: 'other' }, answers: 400 },
  ],
});
