import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/withdrawal',
  tag: 'Requests',
  summary: 'Take a child out of the queue by a signed statement',
  description:
    'By the applicant, or by an employee of the counter that filed the request for them. The place is lost, an open offer is ' +
    'over, and the child may be applied for again. Sending it again changes nothing.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ cms: Cms }),
  answer: RequestView,
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'queue/not-waiting',
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
