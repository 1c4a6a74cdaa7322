import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { WorkView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'PUT /work/{id}/claim',
  tag: 'Work',
  summary: 'Take a piece of work for oneself',
  description:
    'Of two officers one wins; the other is told who. The head of the office may take it from whoever has it, and so ' +
    'may anybody there once the term is over and the claim a day old.',
  params: z.object({ id: RequestId }),
  answer: WorkView,
  success: 200,
  refusals: ['work/unknown', 'work/own-request', 'work/claimed', 'request/changed-meanwhile'],
  examples: [{ summary: 'Open work', answers: 200 }],
});
