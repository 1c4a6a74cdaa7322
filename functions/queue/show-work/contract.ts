import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { AssignedView } from '../../../lib/adapters/http/views/assigned-view.ts';
import { WorkView } from '../../../lib/adapters/http/views/line-view.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'GET /work/{id}',
  tag: 'Work',
  summary: 'See one piece of work with its request',
  params: z.object({ id: RequestId }),
  answer: z.object({
    work: WorkView,
    request: RequestView,
    assigned: AssignedView.optional().meta({ description: 'What the head did with it last' }),
  }),
  success: 200,
  refusals: ['work/unknown'],
  examples: [{ summary: 'Open work', answers: 200 }],
});
