import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import { Channel } from '../../../lib/adapters/http/views/channel.ts';
import { OfficeLine } from '../../../lib/adapters/http/views/line-view.ts';
import { Instant } from '../../../lib/domain/calendar/instant.ts';

export const contract = endpoint({
  route: 'GET /ended-work',
  tag: 'Work',
  summary: 'Requests that the office has finished, the latest first',
  description:
    'By the time at which they were finished. A page has `limit` lines that match; among 1000 in a row it may have fewer.',
  query: z.strictObject({
    since: Instant.optional().meta({ description: 'Finished from this moment' }),
    until: Instant.optional().meta({ description: 'Finished before this moment' }),
    service: z.string().max(100).optional().meta({ description: 'Only of this service' }),
    channel: Channel.optional(),
    outcome: z.enum(['approved', 'refused']).optional(),
    late: z.enum(['true']).optional().meta({ description: 'Only what was finished after its term' }),
    ...pageQuery('ended'),
  }),
  answer: z.object({ requests: z.array(OfficeLine), next: nextPage }),
  success: 200,
  refusals: [],
  examples: [
    { summary: 'The first page', answers: 200 },
    {
      summary: 'Refusals of November',
      query: { since: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z', outcome: 'refused' },
      answers: 200,
    },
  ],
});
