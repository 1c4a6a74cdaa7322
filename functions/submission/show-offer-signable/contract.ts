import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { OfferId, RequestId } from '../../../lib/adapters/http/ids.ts';
import { Answer } from '../../../lib/domain/request/offer.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/offers/{offer}/signable',
  tag: 'Requests',
  summary: 'Get the written consent or refusal to sign',
  description:
    'RFC 8785 JSON that names the application, the offer, the answer and its words in both languages. Sign exactly the ' +
    'bytes of `content` (base64) as a detached CMS, where the key lives.',
  params: z.object({ id: RequestId, offer: OfferId }),
  query: z.strictObject({ answer: Answer }),
  answer: z.object({ content: z.string().meta({ description: 'Base64' }), sha256: z.string() }),
  success: 200,
  refusals: ['request/unknown', 'work/own-request', 'offer/unknown', 'offer/lapsed', 'offer/answered-otherwise'],
  examples: [{ summary: 'The consent to an open offer', query: { answer: 'accepted' }, answers: 200 }],
});
