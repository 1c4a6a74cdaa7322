import * as z from 'zod';
import { Cms, shortenedCms } from '../../../lib/adapters/trust/cms.ts';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { completionRefusals } from '../../../lib/domain/request/work/change-work.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/signature',
  tag: 'Work',
  again: 'told',
  summary: 'Sign the output document by the officer’s EDS',
  description:
    'A detached CMS over the bytes of the PDF; the certificate must be the officer’s own and bear the BIN of the office; that of a head or an akim must show one.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ cms: Cms }),
  answer: RequestView,
  success: 200,
  refusals: [
    ...completionRefusals,
    'output/not-ready',
    'eds/failed',
    'eds/authority',
    'eds/office',
    'eds/indeterminate',
  ],
  examples: [
    { summary: 'The signature of the document (cut short here)', body: { cms: shortenedCms }, answers: 200 },
    { summary: 'Bytes that are no CMS', body: { cms: 'MAA=' }, answers: 422 },
  ],
});
