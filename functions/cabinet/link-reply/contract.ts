import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ComplaintId, RequestId } from '../../../lib/adapters/http/ids.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { TimestampView } from '../../../lib/adapters/http/views/timestamp-view.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/complaints/{complaint}/answer',
  tag: 'Requests',
  summary: 'Get short-lived addresses of the signed answer to a complaint',
  params: z.object({ id: RequestId, complaint: ComplaintId }),
  answer: z.object({
    number: z.string(),
    sha256: z.string(),
    document: Link,
    signature: Link.meta({ description: 'Detached CMS over the document, with its timestamp if it has one' }),
    timestamp: TimestampView.optional(),
  }),
  success: 200,
  refusals: ['request/unknown', 'complaint/unknown', 'output/not-ready'],
  examples: [{ summary: 'The answer', answers: 200 }],
});
