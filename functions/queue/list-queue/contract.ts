import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, queueQuery } from '../../../lib/adapters/http/paging.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { QueueLine } from '../../../lib/adapters/http/views/queue-view.ts';

export const contract = endpoint({
  route: 'GET /queue',
  tag: 'Work',
  summary: "Who waits for a place at the caller's office, in the order of the queue",
  description:
    'There is one queue for each service and office. Without `service`, that of the only service with a queue. The pages of one listing number everybody without gaps, as they stood at `asOf`, also while some leave.',
  query: z.strictObject({ service: z.string().max(128).optional(), ...queueQuery }),
  answer: z.object({
    service: z.string().optional(),
    queue: z.array(QueueLine),
    of: z.int().optional().meta({ description: 'How many wait' }),
    asOf: ShownInstant.optional().meta({
      format: 'date-time',
      description: 'When the first page of the listing was read',
    }),
    next: nextPage,
  }),
  success: 200,
  refusals: ['access/denied', 'service/unknown'],
  examples: [
    { summary: 'The first page', answers: 200 },
    { summary: 'From the hundredth place on', query: { at: '100' }, answers: 200 },
  ],
});
