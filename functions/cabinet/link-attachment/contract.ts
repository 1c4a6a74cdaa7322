import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/attachments/{attachment}',
  tag: 'Requests',
  summary: 'Get a short-lived address to download a scan',
  params: z.object({ id: RequestId, attachment: RequestId }),
  answer: Link,
  success: 200,
  refusals: ['request/unknown', 'attachment/unknown', 'attachment/erased'],
  examples: [{ summary: 'A scan of the application', answers: 200 }],
});
