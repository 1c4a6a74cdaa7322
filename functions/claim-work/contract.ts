import * as z from 'zod';
import { endpoint } from '../../lib/adapters/http/contract.ts';
import { RequestId } from '../../lib/adapters/http/ids.ts';
import { WorkView } from '../../lib/domain/request/view.ts';

export const contract = endpoint({
  route: 'PUT /work/{id}/claim',
  tag: 'Work',
  summary: 'Take a piece of work for oneself',
  description: 'Of two officers one wins; the other is told who.',
  params: z.object({ id: RequestId }),
  answer: WorkView,
  success: 200,
  refusals: ['work/unknown', 'work/claimed', 'request/changed-meanwhile'],
  examples: [{ summary: 'Open work', answers: 200 }],
});
