import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Ordered, OrderedView } from '../../../lib/adapters/http/views/ordered-view.ts';

const work = { id: '01JD5T1V7Z8Q4K2N6M3P9R0S5T', row: '05-mio-accept' };

export const contract = endpoint({
  route: 'POST /people/{account}/work',
  tag: 'Work',
  again: 'same',
  summary: 'Give pieces of work to somebody of the head’s own office',
  description:
    'Each is answered by itself. What somebody has claimed since the head saw it stays theirs (`work/claimed`). Whoever gets or loses ' +
    'work is told, and sees who gave it and why; given again, it is the same answer. To somebody who is away nothing is given.',
  params: z.strictObject({ account: z.string().max(64) }),
  body: Ordered,
  answer: OrderedView,
  success: 200,
  refusals: ['staff/unknown', 'absence/away'],
  examples: [
    { summary: 'One that there is not', body: { work: [work], ground: 'Ровная нагрузка' }, answers: 200 },
    { summary: 'Without a ground', body: { work: [work], ground: '' }, answers: 400 },
  ],
});
