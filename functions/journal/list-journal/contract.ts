import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { momentQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { ShownText } from '../../../lib/adapters/http/views/shown-text.ts';
import { lookKinds } from '../../../lib/domain/access/journal-rules.ts';
import { Role } from '../../../lib/domain/access/roles.ts';
import { Instant } from '../../../lib/domain/calendar/instant.ts';

const JournalLine = z
  .object({
    at: ShownInstant,
    kind: z.enum(lookKinds),
    text: ShownText,
    route: z.string(),
    outcome: z.string().meta({ description: '`done`, or the code of the refusal' }),
    account: z.string().optional().meta({ description: 'Of who called; absent where an IIN has no account' }),
    name: z.string().optional(),
    role: Role.optional(),
    roleText: ShownText.optional(),
    place: z.string().optional(),
    office: z.string().optional(),
    subject: z.string().optional().meta({ description: 'Account that an act on people concerns' }),
    request: z.string().optional(),
    shown: z.array(z.string()).optional().meta({ description: 'The requests of a list' }),
  })
  .meta({ id: 'JournalLine' });

export const contract = endpoint({
  route: 'GET /journal',
  tag: 'Platform',
  summary: 'See the access journal, newest first',
  description:
    'By person, request or place, one of them, or everything; in a time of at most 31 days, the last one if no other is ' +
    'named. A request is named by its id or its number.',
  query: z.strictObject({
    account: z.string().max(64).optional().meta({ description: 'Who called' }),
    request: z.string().min(1).max(64).optional().meta({ description: 'Id or number' }),
    place: z.string().max(64).optional().meta({ description: 'Code of the office, centre or akim that they served' }),
    since: Instant.optional(),
    until: Instant.optional(),
    ...momentQuery('journal'),
  }),
  answer: z.object({
    entries: z.array(JournalLine),
    next: nextPage,
  }),
  success: 200,
  refusals: ['journal/one-key', 'journal/too-long', 'request/unknown'],
  examples: [
    { summary: 'The last day', answers: 200 },
    { summary: 'Of two keys at once', query: { account: 'a', place: 'b' }, answers: 422 },
  ],
});
