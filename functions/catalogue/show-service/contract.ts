import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Bilingual } from '../../../lib/domain/regulation/bilingual.ts';
import { ServiceCard } from '../../../lib/domain/regulation/card.ts';
import { ServiceDetail } from '../../../lib/domain/regulation/detail.ts';
import { Period } from '../../../lib/domain/regulation/offered.ts';

const Service = ServiceCard.omit({ machine: true })
  .extend(ServiceDetail.shape)
  .extend({
    decree: ServiceCard.shape.decree.extend(
      ServiceDetail.pick({ registered: true, amended: true, repealed: true, excluded: true }).shape,
    ),
    regionName: Bilingual,
    offered: Period.optional().meta({
      description: 'Days on which requests are taken, both included; absent where the service is not offered here',
    }),
    fee: z
      .object({ tenge: z.int(), sum: Bilingual, days: z.int().meta({ description: 'For which the invoice waits' }) })
      .optional()
      .meta({ description: 'What it costs here; absent where it is free' }),
    schema: z.looseObject({}).meta({
      description: 'JSON Schema (2020-12) of the form: the same fields, for software that draws or checks forms',
    }),
  })
  .omit({ registered: true, amended: true, repealed: true, excluded: true })
  .meta({ id: 'Service' });

export const contract = endpoint({
  route: 'GET /services/{service}',
  tag: 'Catalogue',
  summary: 'See one service: form with its schema, documents, offices, terms, questionnaire, what its document holds',
  description:
    'Also of a service that is no longer offered. Texts of the decree are Russian. Centres, akims and addresses: `GET /offices?service=`.',
  params: z.object({ service: z.string().max(128) }),
  query: z.strictObject({
    version: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .optional()
      .meta({ description: 'As a request names it in `regulationVersion`; without it, the present one' }),
  }),
  answer: Service,
  lasting: true,
  success: 200,
  refusals: ['service/unknown'],
  examples: [{ summary: 'A service', answers: 200 }],
});
