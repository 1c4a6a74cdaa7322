import { z } from 'zod';
import { endpoint } from '../../lib/adapters/http/contract.ts';
import { ServiceCard } from '../../lib/domain/regulation/card.ts';

export const contract = endpoint({
  route: 'GET /services/{service}',
  tag: 'Catalogue',
  summary: 'See one service: form, documents, offices, terms, what its document holds',
  params: z.object({ service: z.string().max(128) }),
  answer: ServiceCard.meta({ id: 'Service' }),
  success: 200,
  refusals: ['service/unknown'],
});
