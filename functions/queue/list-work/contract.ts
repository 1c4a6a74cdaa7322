import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import { WorkView } from '../../../lib/adapters/http/views/line-view.ts';
import { Channel } from '../../../lib/adapters/http/views/channel.ts';
import { Task } from '../../../lib/domain/request/work.ts';

export const contract = endpoint({
  route: 'GET /work',
  tag: 'Work',
  summary: "The office's open work, by due time: overdue work comes first",
  description:
    'A page has `limit` lines that match, however many others stand between them; among 1000 in a row it may have fewer. ' +
    '`GET /work-counts` says how many there are, and `POST /request-search` finds one by its number or by an IIN.',
  query: z.strictObject({
    service: z.string().max(100).optional().meta({ description: 'Only of this service' }),
    task: Task.optional(),
    channel: Channel.optional(),
    who: z
      .enum(['me', 'nobody', 'others'])
      .optional()
      .meta({ description: 'Only what the caller has, what nobody has, or what somebody else has' }),
    worker: z.string().max(64).optional().meta({
      description: 'Only what this person of the office has claimed: their account (`GET /people`); not with `who`',
    }),
    overdue: z.enum(['true']).optional().meta({ description: 'Only what is past its due time' }),
    today: z
      .enum(['true'])
      .optional()
      .meta({ description: 'Only what will be due later on this day; with `overdue` also what is past it' }),
    sort: z.enum(['due', '-due']).default('due').meta({ description: '`-due`: the latest due time comes first' }),
    ...pageQuery('work'),
  }),
  answer: z.object({ work: z.array(WorkView), next: nextPage }),
  success: 200,
  refusals: [],
  examples: [
    { summary: 'The first page', answers: 200 },
    { summary: 'What will be due today', query: { today: 'true' }, answers: 200 },
    {
      summary: 'Decisions that nobody has, the latest due time first',
      query: { task: 'decide', who: 'nobody', sort: '-due' },
      answers: 200,
    },
    { summary: 'My overdue work', query: { who: 'me', overdue: 'true' }, answers: 200 },
    { summary: 'No such task', query: { task: 'decision' }, answers: 400 },
  ],
});
