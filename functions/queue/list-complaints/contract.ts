import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { momentQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { ComplaintLine } from '../../../lib/adapters/http/views/complaint-view.ts';

export const contract = endpoint({
  route: 'GET /complaints',
  tag: 'Work',
  summary: 'List complaints about the requests of an office, or of the offices of an akimat',
  description: 'For the head, and for the akimat above. Open ones by due time, answered ones from the newest.',
  query: z.strictObject({ state: z.enum(['open', 'answered']).default('open'), ...momentQuery('complaints') }),
  answer: z.object({ complaints: z.array(ComplaintLine), next: nextPage }),
  success: 200,
  refusals: ['access/denied'],
  examples: [
    { summary: 'Those that wait for an answer', answers: 200 },
    { summary: 'Those that are answered', query: { state: 'answered' }, answers: 200 },
  ],
});
