import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { listQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { Bilingual } from '../../../lib/domain/regulation/bilingual.ts';
import { regionCodes } from '../../../lib/domain/regulation/regions.ts';

const Month = z
  .string()
  .regex(/^20\d\d-(?:0[1-9]|1[0-2])$/)
  .meta({ example: '2026-01' });
const Share = z.number().min(0).max(100).meta({ description: 'Percent of satisfied answers, to one decimal' });

const Figures = z.object({
  since: Month.meta({ description: 'The months that are counted: never others than were asked for, perhaps fewer' }),
  until: Month,
  people: z.int().min(5).meta({ description: 'Answered questionnaires' }),
  quality: Share,
  accessibility: Share,
});

export const contract = endpoint({
  route: 'GET /indicators',
  tag: 'Catalogue',
  summary: '«Качество», «доступность»: how satisfied people are, by service, office and period',
  description:
    'The share of those who answered «удовлетворен» to the questionnaire of the regulation. Only months that have ended ' +
    'are counted. Months with few answers are counted together with the following ones of the year until five people have ' +
    'answered; `figures` is absent where no such group lies within the period. At most 36 months; without `until`, up to the last month ' +
    'that has ended, and without `since`, since January of that year.',
  query: z.strictObject({
    region: z.enum(regionCodes).optional(),
    service: z.string().max(128).optional(),
    office: z.string().max(64).optional(),
    since: Month.optional(),
    until: Month.optional(),
    ...listQuery('indicators'),
  }),
  answer: z.object({
    since: Month,
    until: Month,
    indicators: z.array(
      z
        .object({
          service: z.string(),
          title: Bilingual,
          office: z.string(),
          officeName: z.string(),
          figures: Figures.optional(),
        })
        .meta({ id: 'Indicators' }),
    ),
    next: nextPage,
  }),
  lasting: true,
  success: 200,
  refusals: ['indicators/too-long'],
  examples: [
    { summary: 'This year', answers: 200 },
    { summary: 'Four years', query: { since: '2023-01', until: '2026-12' }, answers: 422 },
  ],
});
