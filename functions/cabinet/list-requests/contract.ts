import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { nextPage, pageQuery } from '../../../lib/adapters/http/paging.ts';
import { RequestSummary } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'GET /requests',
  tag: 'Requests',
  summary: '«История получения услуг»: own requests, newest first',
  query: z.strictObject(pageQuery('requests')),
  answer: z.object({ requests: z.array(RequestSummary), next: nextPage }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'The first page', answers: 200 }],
});
