import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';

export const contract = endpoint({
  route: 'DELETE /requests/{id}/attachments/{attachment}',
  tag: 'Requests',
  again: 'told',
  summary: 'Remove a scan from a draft',
  params: z.object({ id: RequestId, attachment: RequestId }),
  success: 204,
  refusals: ['request/unknown', 'request/not-draft', 'attachment/unknown', 'request/changed-meanwhile'],
  examples: [{ summary: 'A scan of a draft', answers: 204 }],
});
