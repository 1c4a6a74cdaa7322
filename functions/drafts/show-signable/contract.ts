import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/signable',
  tag: 'Requests',
  summary: 'Get the bytes to sign',
  description:
    'RFC 8785 JSON of the application, checked by the whole format-logical control, once its scans have ' +
    'been looked into: what is wrong with one is said here, before anybody signs. Sign exactly the bytes of `content` ' +
    '(base64) as a detached CMS, where the key lives; the server never sees a private key.',
  params: z.object({ id: RequestId }),
  answer: z.object({ content: z.string().meta({ description: 'Base64' }), sha256: z.string() }),
  success: 200,
  refusals: [
    'request/unknown',
    'request/not-draft',
    'request/changed-meanwhile',
    'form/invalid',
    'attachment/missing',
    'attachment/not-uploaded',
    'service/unknown',
  ],
  examples: [{ summary: 'A draft that lacks nothing', answers: 200 }],
});
