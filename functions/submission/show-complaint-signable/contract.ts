import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Told } from '../../../lib/adapters/http/told.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/complaint/signable',
  tag: 'Requests',
  again: 'reads',
  summary: 'Get the complaint to sign',
  description:
    'RFC 8785 JSON that names the application, the ground and the text. Nothing is stored. Sign exactly the bytes of `content` (base64) as ' +
    'a detached CMS, where the key lives, and file the same ground and text.',
  params: z.object({ id: RequestId }),
  body: Told,
  answer: z.object({ content: z.string().meta({ description: 'Base64' }), sha256: z.string() }),
  success: 200,
  refusals: ['request/unknown', 'complaint/too-early', 'complaint/no-refusal', 'complaint/too-many'],
  examples: [
    { summary: 'About a failure to act', body: { ground: 'inaction', text: 'Срок прошёл, ответа нет.' }, answers: 200 },
  ],
});
