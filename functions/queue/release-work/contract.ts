import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { WorkView } from '../../../lib/adapters/http/views/line-view.ts';

export const contract = endpoint({
  route: 'DELETE /work/{id}/claim',
  tag: 'Work',
  again: 'same',
  summary: 'Give a claimed piece of work back',
  params: z.object({ id: RequestId }),
  answer: WorkView,
  success: 200,
  refusals: ['work/unknown', 'work/own-request', 'work/away', 'work/claimed', 'request/changed-meanwhile'],
  examples: [{ summary: 'Claimed work', answers: 200 }],
});
