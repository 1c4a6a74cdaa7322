import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { WorkView } from '../../../lib/adapters/http/views/line-view.ts';

export const contract = endpoint({
  route: 'PUT /work/{id}/claim',
  tag: 'Work',
  again: 'same',
  summary: 'Claim a piece of work',
  description:
    'If two officers claim it at once, one wins; the other is told who. The head of the office may take it over at any time, and so ' +
    'may any colleague once the term is over and the claim is a day old. A signature is claimed by the head, or by an officer to ' +
    'whom the head gave a mandate to sign.',
  params: z.object({ id: RequestId }),
  answer: WorkView,
  success: 200,
  refusals: [
    'work/unknown',
    'work/own-request',
    'work/away',
    'work/claimed',
    'work/no-mandate',
    'request/changed-meanwhile',
  ],
  examples: [{ summary: 'Open work', answers: 200 }],
});
