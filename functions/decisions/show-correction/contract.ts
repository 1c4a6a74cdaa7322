import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Correction, correctionRefusals } from '../../../lib/domain/request/correction/statement.ts';

export const contract = endpoint({
  route: 'POST /requests/{id}/correction/signable',
  tag: 'Work',
  again: 'reads',
  summary: 'Get the words to sign that withdraw an issued document, or have another one made in its place',
  description:
    'RFC 8785 JSON that names the document, the ground, the explanation and the words in both languages. Sign exactly the bytes of ' +
    '`content` (base64) as a detached CMS, where the key lives.',
  params: z.object({ id: RequestId }),
  body: Correction,
  answer: z.object({ content: z.string().meta({ description: 'Base64' }), sha256: z.string() }),
  success: 200,
  refusals: correctionRefusals,
  examples: [
    {
      summary: 'A name that is written wrongly',
      body: { way: 'correct', ground: 'slip', text: 'В фамилии пропущена буква.' },
      answers: 200,
    },
  ],
});
