import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Ordered, OrderedView } from '../../../lib/adapters/http/views/ordered-view.ts';

const work = { id: '01JD5T1V7Z8Q4K2N6M3P9R0S5T', row: '05-mio-accept', claimedAt: '2026-11-30T05:00:00.000Z' };

export const contract = endpoint({
  route: 'POST /recalled-work',
  tag: 'Work',
  again: 'same',
  summary: 'Take pieces of work of the head’s own office back from whoever has them, also from somebody who is away',
  description:
    'They go back into the queue. Each is answered by itself, as by `POST /people/{account}/work`; what nobody has stays as it is.',
  body: Ordered,
  answer: OrderedView,
  success: 200,
  refusals: [],
  examples: [{ summary: 'One that there is not', body: { work: [work], ground: 'Сотрудник заболел' }, answers: 200 }],
});
