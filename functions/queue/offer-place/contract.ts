import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Organisation } from '../../../lib/domain/request/offer.ts';
import { OfferView } from '../../../lib/adapters/http/views/queue-view.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/offers',
  tag: 'Work',
  again: 'same',
  summary: '«Уведомление о наличии места»: offer a place to somebody who waits in the queue of the office',
  description:
    'To the first who waits and has no open offer; past others an officer proposes and the head approves. One open offer at a time. The applicant is told in the cabinet and by e-mail, and may answer in writing until ' +
    '`dueAt`. The same offer again, while it is open, gives the same answer.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({
    organisation: Organisation.meta({ description: 'Where the place is' }),
    keptFrom: z.iso.date().meta({ description: 'Day from which the place is kept' }),
  }),
  answer: OfferView,
  success: 201,
  refusals: [
    'request/unknown',
    'work/own-request',
    'queue/not-waiting',
    'offer/open',
    'offer/out-of-turn',
    'service/unknown',
    'request/changed-meanwhile',
  ],
  examples: [
    {
      summary: 'A place in a kindergarten',
      body: { organisation: 'Ясли-сад № 12 «Балдәурен», г. Шымкент', keptFrom: '2027-01-11' },
      answers: 201,
    },
    { summary: 'A place that is nowhere', body: { organisation: '', keptFrom: '2027-01-11' }, answers: 400 },
  ],
});
