import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { listQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { Place, placeKinds } from '../../../lib/domain/regulation/place.ts';
import { Bilingual } from '../../../lib/domain/regulation/bilingual.ts';
import { regionCodes } from '../../../lib/domain/regulation/regions.ts';

export const contract = endpoint({
  route: 'GET /offices',
  tag: 'Catalogue',
  summary: 'List offices, service centres and rural akims with addresses and hours',
  description:
    'As the directories of the regulations name them, in Russian, or as the deployment does (`nameKk` where it gives one). A region ' +
    'for which nobody names any has one office without an address. `code` is what a request names as its office.',
  query: z.strictObject({
    region: z.enum(regionCodes).optional(),
    service: z.string().max(128).optional(),
    kind: z.enum(placeKinds).optional(),
    words: z.string().max(100).optional().meta({ description: 'Each begins a word of the name, district or address' }),
    ...listQuery('offices'),
  }),
  answer: z.object({
    offices: z.array(Place.meta({ id: 'Office' })),
    regions: z
      .array(Bilingual.extend({ code: z.enum(regionCodes) }))
      .meta({ description: 'All that have offices here, found or not' }),
    next: nextPage,
  }),
  lasting: true,
  success: 200,
  refusals: [],
  examples: [{ summary: 'The first offices', answers: 200 }],
});
