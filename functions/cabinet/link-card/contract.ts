import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { Link } from '../../../lib/adapters/http/link.ts';

const Language = z.enum(['kk', 'ru']).meta({ description: 'Of the pages' });

export const contract = endpoint({
  route: 'GET /requests/{id}/card',
  tag: 'Requests',
  summary:
    'Get a short-lived address of the card of the electronic document: one PDF with the document and its signatures inside',
  description:
    'PDF/A-3a by the specification ddcard: the latest document first, then its signatures with timestamp and proof, and pages that ' +
    'show both. It can be checked by anybody, also after the certificates have ended. It comes after the timestamp of the signature: until then ' +
    '`card/not-yet`. Without `language` its pages are in the language of `Accept-Language`.',
  params: z.object({ id: RequestId }),
  query: z.object({
    language: Language.optional(),
    pages: z
      .enum(['all', 'information'])
      .default('all')
      .meta({ description: '`information`: without the pages that show the document and its signatures' }),
  }),
  answer: z.object({ number: z.string(), language: Language, document: Link }),
  success: 200,
  refusals: ['request/unknown', 'output/not-ready', 'card/not-yet', 'card/not-possible'],
  examples: [{ summary: 'A card in Kazakh', query: { language: 'kk' }, answers: 200 }],
});
