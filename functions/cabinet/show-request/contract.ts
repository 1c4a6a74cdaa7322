import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}',
  tag: 'Requests',
  summary: 'See a request: status, history, term and time left',
  params: z.object({ id: RequestId }),
  answer: RequestView,
  success: 200,
  refusals: ['request/unknown'],
  examples: [{ summary: 'A request under way', answers: 200 }],
});
