import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { HeadGround } from '../../../lib/domain/reopening/rules.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/reopening/signable',
  tag: 'Work',
  again: 'reads',
  summary: 'Get the words to sign that open a refused request again',
  description:
    'RFC 8785 JSON that names the refusal, the ground and the words in both languages. Sign exactly the bytes of `content` (base64) as a ' +
    'detached CMS, where the key lives.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ ground: HeadGround }),
  answer: z.object({ content: z.string().meta({ description: 'Base64' }), sha256: z.string() }),
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'reopening/not-refused',
    'reopening/too-late',
    'reopening/too-many',
  ],
  examples: [{ summary: 'A refusal against the facts', body: { ground: 'facts' }, answers: 200 }],
});
