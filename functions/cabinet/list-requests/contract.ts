import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import type { RequestState } from '../../../lib/domain/request/request.ts';
import { RequestSummary, RequestView } from '../../../lib/adapters/http/views/request-view.ts';

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
    'A page has `limit` of those that are asked for, however many others stand between them; among 1000 in a row it ' +
    'may have fewer. What one may go on with: `state=draft`.',
  query: z.strictObject({
    state: States,
    counts: z.enum(['true']).optional().meta({ description: 'Also how many there are in each state' }),
    ...pageQuery('requests'),
  }),
  answer: z.object({
    requests: z.array(RequestSummary),
    counts: z
      .record(z.string(), z.int())
      .optional()
      .meta({ description: 'By state, among the 1000 newest; a state without any is absent' }),
    next: nextPage,
  }),
  success: 200,
  refusals: [],
  examples: [
    { summary: 'The first page', answers: 200 },
    { summary: 'With counts', query: { state: 'draft', counts: 'true' }, answers: 200 },
    { summary: 'What has ended', query: { state: 'issued,refused,turned-away' }, answers: 200 },
  ],
});
