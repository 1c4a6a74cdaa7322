import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';

export const contract = endpoint({
  route: 'DELETE /requests/{id}',
  tag: 'Requests',
  again: 'same',
  summary: 'Discard a draft',
  description: 'The form and the scans of the draft are removed; a submitted request cannot be discarded.',
  params: z.object({ id: RequestId }),
  success: 204,
  refusals: ['request/unknown', 'request/not-draft', 'request/changed-meanwhile'],
  examples: [{ summary: 'A draft', answers: 204 }],
});
