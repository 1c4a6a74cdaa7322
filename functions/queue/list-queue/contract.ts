import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import { QueueLine } from '../../../lib/adapters/http/views/queue-view.ts';

export const contract = endpoint({
  route: 'GET /queue',
  tag: 'Work',
  summary: "Who waits for a place at the caller's office, the earliest submission first",
  description:
    'There is one queue for each service and office. Without `service`, that of the only service with a queue.',
  query: z.strictObject({ service: z.string().max(128).optional(), ...pageQuery('queue') }),
  answer: z.object({ service: z.string().optional(), queue: z.array(QueueLine), next: nextPage }),
  success: 200,
  refusals: ['access/denied', 'service/unknown'],
  examples: [{ summary: 'The first page', answers: 200 }],
});
