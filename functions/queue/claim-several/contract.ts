import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { ORDERED, OrderedView } from '../../../lib/adapters/http/views/ordered-view.ts';

const work = { id: '01JD5T1V7Z8Q4K2N6M3P9R0S5T' };

export const contract = endpoint({
  route: 'POST /claimed-work',
  tag: 'Work',
  again: 'same',
  summary: 'Claim several pieces of work',
  description: 'Each is claimed by itself as by `PUT /work/{id}/claim`, and answered by itself.',
  body: z.strictObject({
    work: z
      .array(z.strictObject({ id: RequestId }))
      .min(1)
      .max(ORDERED),
  }),
  answer: OrderedView,
  success: 200,
  refusals: [],
  examples: [
    { summary: 'One that there is not', body: { work: [work] }, answers: 200 },
    { summary: 'None', body: { work: [] }, answers: 400 },
  ],
});
