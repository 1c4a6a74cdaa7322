import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/withdrawal/signable',
  tag: 'Requests',
  summary: 'Get the statement to sign that takes a request back, or a child out of the queue',
  description:
    'RFC 8785 JSON that names the application and the words in both languages: before the decision those that take it back, in a ' +
    'queue those that take the child out. Sign exactly the bytes of `content` (base64) ' +
    'as a detached CMS, where the key lives.',
  params: z.object({ id: RequestId }),
  answer: z.object({ content: z.string().meta({ description: 'Base64' }), sha256: z.string() }),
  success: 200,
  refusals: ['request/unknown', 'work/own-request', 'withdrawal/too-early', 'withdrawal/too-late'],
  examples: [{ summary: 'The statement of somebody who waits', answers: 200 }],
});
