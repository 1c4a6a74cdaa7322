import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import { WorkView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'GET /work',
  tag: 'Work',
  summary: "The office's open work, by due time: overdue work comes first",
  query: z.strictObject(pageQuery('work')),
  answer: z.object({ work: z.array(WorkView), next: nextPage }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'The first page', answers: 200 }],
});
