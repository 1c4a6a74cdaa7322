import { z } from 'zod';
import { endpoint } from '../../lib/adapters/http/contract.ts';

const Words = z.object({ kk: z.string(), ru: z.string() });

export const ServiceSummary = z
  .object({
    id: z.string(),
    region: z.string(),
    service: z.string(),
    title: Words,
    channels: z.array(z.string()),
    decree: z.object({ issuer: z.string(), number: z.string(), date: z.string() }),
  })
  .meta({ id: 'ServiceSummary' });

export const contract = endpoint({
  route: 'GET /services',
  tag: 'Catalogue',
  summary: 'List the services',
  query: z.strictObject({
    region: z.string().max(64).optional(),
    channel: z.string().max(16).optional(),
    words: z.string().max(100).optional().meta({ description: 'All of these stand in the title, in either language' }),
  }),
  answer: z.object({ services: z.array(ServiceSummary) }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'All services', answers: 200 }],
});
