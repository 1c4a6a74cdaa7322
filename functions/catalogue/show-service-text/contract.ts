import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ServiceText } from '../../../lib/domain/regulation/text.ts';

export const contract = endpoint({
  route: 'GET /services/{service}/text',
  tag: 'Catalogue',
  summary: "See the decree's own words: definitions, legal basis, responsibility of officials",
  description:
    'In Russian, as the decree has them, each part with its points. Apart from `GET /services/{service}`, which every form loads.',
  params: z.object({ service: z.string().max(128) }),
  query: z.strictObject({
    version: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .optional()
      .meta({ description: 'As a request names it in `regulationVersion`; without it, the present one' }),
  }),
  answer: ServiceText.meta({ id: 'ServiceText' }),
  lasting: true,
  success: 200,
  refusals: ['service/unknown'],
  examples: [{ summary: 'The words of a decree', answers: 200 }],
});
