import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { listQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { Period } from '../../../lib/domain/regulation/offered.ts';
import { Bilingual } from '../../../lib/domain/regulation/bilingual.ts';
import { Amount } from '../../../lib/domain/regulation/term.ts';
import { regionCodes } from '../../../lib/domain/regulation/regions.ts';
import { channels } from '../../../lib/domain/regulation/words.ts';

export const ServiceSummary = z
  .object({
    id: z.string(),
    region: z.string(),
    regionName: Bilingual,
    service: z.string(),
    title: Bilingual,
    electronic: z.boolean(),
    channels: z.array(z.enum(channels)),
    terms: z.array(Amount).meta({ description: 'One after another: of the portal, else of the first channel' }),
    decree: z.object({
      issuer: z.string(),
      number: z.string(),
      date: z.string(),
      repealed: z.string().optional(),
      excluded: z.string().optional(),
    }),
    offered: Period.optional().meta({
      description: 'Days on which requests are taken, both included; absent where the service is not offered here',
    }),
  })
  .meta({ id: 'ServiceSummary' });

export const contract = endpoint({
  route: 'GET /services',
  tag: 'Catalogue',
  summary: 'List and search the services that are offered today',
  query: z.strictObject({
    region: z.enum(regionCodes).optional(),
    channel: z.enum(channels).optional(),
    office: z.string().max(64).optional().meta({ description: 'Provided by this office, or taken in at this centre' }),
    words: z
      .string()
      .max(100)
      .optional()
      .meta({ description: 'Each begins a word of the title or the region, in Russian or Kazakh' }),
    all: z
      .stringbool()
      .default(false)
      .meta({ description: 'Also those that are not offered today', override: { type: 'boolean', default: false } }),
    ...listQuery('services'),
  }),
  answer: z.object({ services: z.array(ServiceSummary), next: nextPage }),
  lasting: true,
  success: 200,
  refusals: [],
  examples: [{ summary: 'The services offered today', answers: 200 }],
});
