import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { ProposalView } from '../../../lib/adapters/http/views/queue-view.ts';
import { Organisation } from '../../../lib/domain/request/offer.ts';
import { Ground } from '../../../lib/domain/request/queue/grounds.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/proposals',
  tag: 'Work',
  again: 'same',
  summary: 'Propose to the head to offer a place past others who wait longer',
  description:
    'Nothing is offered, and the applicant is told nothing, before the head approves. One proposal at a time. The same one again, ' +
    'while it waits, gives the same answer.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({
    organisation: Organisation.meta({ description: 'Where the place is' }),
    keptFrom: z.iso.date().meta({ description: 'Day from which the place is kept' }),
    ground: Ground.meta({ description: 'Why past others' }),
  }),
  answer: ProposalView,
  success: 201,
  refusals: [
    'request/unknown',
    'work/own-request',
    'queue/not-waiting',
    'offer/open',
    'proposal/open',
    'request/changed-meanwhile',
    'telling/behind',
  ],
  examples: [
    {
      summary: 'A place by the decision of a court',
      body: { organisation: 'Ясли-сад № 12 «Балдәурен», г. Шымкент', keptFrom: '2027-01-11', ground: 'court' },
      answers: 201,
    },
    {
      summary: 'On a ground that is not in the list',
      body: { organisation: 'Ясли-сад № 12', keptFrom: '2027-01-11', ground: 'acquaintance' },
      answers: 400,
    },
  ],
});
