import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ComplaintId, RequestId } from '../../../lib/adapters/http/ids.ts';
import { ComplaintView } from '../../../lib/adapters/http/views/complaint-view.ts';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/complaints/{complaint}/answer/signature',
  tag: 'Work',
  again: 'told',
  summary: 'Sign the answer to a complaint',
  description:
    'A detached CMS over the bytes of the PDF, by whoever has written it; the certificate must show a head of the place and bear its BIN. ' +
    'Then the applicant is told and gets the document, and anybody can verify it.',
  params: z.object({ id: RequestId, complaint: ComplaintId }),
  body: z.strictObject({ cms: Cms }),
  answer: ComplaintView,
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'complaint/unknown',
    'complaint/answered',
    'complaint/above',
    'complaint/own-decision',
    'complaint/not-written',
    'service/unknown',
    'eds/failed',
    'eds/authority',
    'eds/office',
    'eds/indeterminate',
    'request/changed-meanwhile',
  ],
  examples: [
    { summary: 'The signature of the document (cut short here)', body: { cms: shortenedCms }, answers: 200 },
    { summary: 'Bytes that are no CMS', body: { cms: 'MAA=' }, answers: 422 },
  ],
});
