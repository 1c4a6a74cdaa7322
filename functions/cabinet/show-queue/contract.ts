import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { InQueueView } from '../../../lib/adapters/http/views/queue-view.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/queue',
  tag: 'Requests',
  summary: 'See the position of a request in the queue, and the places that were offered',
  params: z.object({ id: RequestId }),
  answer: InQueueView,
  success: 200,
  refusals: ['request/unknown', 'queue/not-waiting'],
  examples: [{ summary: 'A request that was registered in the queue', answers: 200 }],
});
