import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/withdrawal',
  tag: 'Requests',
  again: 'same',
  summary: 'Take a request back before the decision, or a child out of the queue, by a signed statement',
  description:
    'By the applicant, or by an employee of the counter that filed the request for them. Before the decision: nobody decides it any ' +
    'more, its term stops, and `GET /requests/{id}/withdrawal` gives the paper that says so. In a queue: the place is lost, an open ' +
    'offer is over. A child may be applied for again. Sending it again changes nothing.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ cms: Cms }),
  answer: RequestView,
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'withdrawal/too-early',
    'withdrawal/too-late',
    'service/unknown',
    'eds/failed',
    'eds/authority',
    'eds/office',
    'eds/indeterminate',
    'request/changed-meanwhile',
  ],
  examples: [
    { summary: 'Bytes that are no CMS', body: { cms: 'MAA=' }, answers: 422 },
    { summary: 'A signed statement (cut short here)', body: { cms: shortenedCms }, answers: 200 },
  ],
});
