import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ProposalId, RequestId } from '../../../lib/adapters/http/ids.ts';
import { OfferView } from '../../../lib/adapters/http/views/queue-view.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/proposals/{proposal}/decision',
  tag: 'Work',
  again: 'same',
  summary: 'Approve or decline a place past others who wait longer',
  description:
    'By the head, and by nobody who has proposed it. Approved, the place is offered and the applicant is told; declined, nothing was ' +
    'offered. The same decision again changes nothing.',
  params: z.object({ id: RequestId, proposal: ProposalId }),
  body: z.strictObject({ decision: z.enum(['approved', 'declined']) }),
  answer: z.object({ offer: OfferView.optional().meta({ description: 'What was approved' }) }),
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'queue/not-waiting',
    'proposal/unknown',
    'proposal/own',
    'service/unknown',
    'request/changed-meanwhile',
  ],
  examples: [
    { summary: 'The place is offered', body: { decision: 'approved' }, answers: 200 },
    { summary: 'A decision that there is not', body: { decision: 'later' }, answers: 400 },
  ],
});
