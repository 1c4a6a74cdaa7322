import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/submission',
  tag: 'Requests',
  again: 'same',
  summary: 'Submit the application with its EDS',
  description:
    'The server checks that the service is offered today, makes the signable bytes again, checks the EDS, then the scans, records the submission and starts the ' +
    "regulation's machine: exactly once. The same submission again gives the same answer.",
  params: z.object({ id: RequestId }),
  body: z.strictObject({ cms: Cms }),
  answer: RequestView,
  success: 200,
  refusals: [
    'request/unknown',
    'request/not-draft',
    'request/submitted-otherwise',
    'request/changed-meanwhile',
    'telling/behind',
    'child/claimed',
    'service/unknown',
    'service/not-offered',
    'service/not-in-force',
    'form/invalid',
    'attachment/missing',
    'attachment/not-uploaded',
    'eds/failed',
    'eds/authority',
    'eds/office',
    'eds/indeterminate',
  ],
  examples: [
    { summary: 'The signature of the application (cut short here)', body: { cms: shortenedCms }, answers: 200 },
    { summary: 'Bytes that are no CMS', body: { cms: 'MAA=' }, answers: 422 },
  ],
});
