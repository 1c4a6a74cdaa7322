import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/diagram.svg',
  tag: 'Requests',
  summary: "See how far a request has come, in its channel's diagram",
  description: 'An SVG with the rows that are done, current and overdue marked; the legend is Russian or Kazakh.',
  params: z.object({ id: RequestId }),
  success: 200,
  media: 'image/svg+xml',
  refusals: ['request/unknown'],
  examples: [{ summary: 'The diagram of a request', answers: 200 }],
});
