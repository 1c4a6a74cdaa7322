import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import type { RequestState } from '../../../lib/domain/request/request.ts';
import { Instant } from '../../../lib/domain/calendar/instant.ts';
import { RequestSummary } from '../../../lib/adapters/http/views/line-view.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

/** One or several; the pattern is what a client sees of it. */
const names = RequestView.shape.state.options;
const States = z
  .string()
  .regex(
    new RegExp(`^(?:${names.join('|')})(?:,(?:${names.join('|')}))*$`),
    `states, commas between: ${names.join(', ')}`,
  )
  .transform((text) => text.split(',') as RequestState[])
  .optional()
  .meta({ description: 'Only those in these states, with commas between', override: { type: 'string' } });

export const contract = endpoint({
  route: 'GET /requests',
  tag: 'Requests',
  summary: '«История получения услуг»: own requests, newest first',
  description:
    'A citizen sees their own, wherever they were filed: what an employee filed for them appears once an EDS has proved whose ' +
    'account it is. An employee sees what they filed for visitors. A page has `limit` of those that are asked for, however many others stand between them; among 1000 in a row it ' +
    'may have fewer. What one may go on with: `state=draft`.',
  query: z.strictObject({
    state: States,
    service: z.string().max(100).optional().meta({ description: 'Only of this service' }),
    number: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .meta({ description: 'Only the one with this number, as people type it: without case, with any dashes' }),
    since: Instant.optional().meta({ description: 'Only begun from this moment' }),
    until: Instant.optional().meta({ description: 'Only begun before this moment' }),
    counts: z.enum(['true']).optional().meta({ description: 'Also how many there are in each state' }),
    ...pageQuery('requests'),
  }),
  answer: z.object({
    requests: z.array(RequestSummary),
    counts: z.record(z.string(), z.int()).optional().meta({
      description: 'By state, of this service and time, among the 1000 newest; a state without any is absent',
    }),
    next: nextPage,
  }),
  success: 200,
  refusals: [],
  examples: [
    { summary: 'The first page', answers: 200 },
    { summary: 'With counts', query: { state: 'draft', counts: 'true' }, answers: 200 },
    {
      summary: 'Of one service, begun this year',
      query: { service: 'akmola-unemployed-certificate', since: '2026-01-01T00:00:00.000Z' },
      answers: 200,
    },
    { summary: 'By a number', query: { number: 'sk uc 2026 1' }, answers: 200 },
    { summary: 'What has ended', query: { state: 'issued,refused,turned-away' }, answers: 200 },
  ],
});
