import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { officeQuery } from '../../../lib/adapters/http/office-asked.ts';
import { listQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { Channel } from '../../../lib/adapters/http/views/channel.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { ShownText } from '../../../lib/adapters/http/views/shown-text.ts';
import { dimensions, type Dimension } from '../../../lib/domain/statistics/table.ts';
import { MONTH } from '../../../lib/domain/statistics/month.ts';

const Month = z.string().regex(MONTH).meta({ example: '2026-11' });
const count = z.int().nonnegative();

const Figures = z.object({
  received: count.meta({ description: 'Got their number in the month' }),
  issued: count,
  refused: count,
  grounds: z.array(z.object({ ground: z.string().optional(), refused: count })).meta({
    description: "Refusals by the grounds that the regulation lists; without `ground`: in the officer's own words",
  }),
  left: count.meta({ description: "Taken out of the queue, by the applicant's word or by age" }),
  withdrawn: count.meta({ description: 'Their document was withdrawn, and no other took its place' }),
  turnedAway: count.meta({ description: 'Turned away by a system, without a decision' }),
  takenBack: count.meta({ description: 'Taken back by the applicant, before a decision' }),
  overdue: count.meta({ description: 'Of those issued, refused or left: ended after their term' }),
  medianMinutes: count.optional().meta({
    description:
      'Half of them took no more working minutes than this, from the number to the end, by the hours of the place that gives the ' +
      'result: the upper edge of a bucket of a histogram, not an exact value. Time in a queue for a place is in it',
  }),
  longestMinutes: count.optional().meta({ description: 'Working minutes of the longest, exactly' }),
});

const Indicators = z
  .object({
    since: Month,
    until: Month,
    people: z.int().min(5),
    quality: z.number().min(0).max(100),
    accessibility: z.number().min(0).max(100),
  })
  .meta({
    description: 'What people answered to the questionnaire, as `GET /indicators` gives it',
    id: 'IndicatorsBeside',
  });

/** `service,month` as a list of different dimensions. */
const By = z
  .string()
  .max(40)
  .default('month')
  .transform((text, context): readonly Dimension[] => {
    const asked = text.split(',');
    const known = dimensions.filter((each) => asked.includes(each));
    if (known.length === asked.length) return known;
    context.addIssue({
      code: 'custom',
      message: `some of ${dimensions.join(', ')}, with commas`,
      params: { rule: 'choice' },
    });
    return z.NEVER;
  })
  .meta({
    description: `What the rows tell apart: some of ${dimensions.join(', ')}, with commas`,
    override: { type: 'string' },
  });

export const contract = endpoint({
  route: 'GET /statistics',
  tag: 'Work',
  summary: 'What an office received and ended, how, and how long it took, by month, service, office and channel',
  description:
    'For heads of their office; for auditors of an office or of all. Counted once an hour (`countedAt`), names nobody. Received ' +
    'is counted in the month of the number, everything else in the month of the end. At most 36 months; without `until`, up to ' +
    'the present one, and without `since`, twelve. As CSV (RFC 4180) with `format=csv` or `Accept: text/csv`: all rows at once, ' +
    'up to 10,000.',
  query: z.strictObject({
    since: Month.optional(),
    until: Month.optional(),
    office: officeQuery,
    service: z.string().max(128).optional(),
    channel: Channel.optional(),
    by: By,
    format: z.enum(['json', 'csv']).optional(),
    ...listQuery('statistics'),
  }),
  headers: z.object({ accept: z.string().max(500).optional() }),
  answer: z.object({
    since: Month,
    until: Month,
    countedAt: ShownInstant.optional().meta({
      description: 'When the last two months were counted last; absent before that',
    }),
    total: Figures,
    rows: z.array(
      z
        .object({
          month: Month.optional(),
          office: z.string().optional(),
          officeName: z.string().optional(),
          service: z.string().optional(),
          serviceTitle: ShownText.optional(),
          channel: Channel.optional(),
          ...Figures.shape,
          indicators: Indicators.optional(),
        })
        .meta({ id: 'StatisticsRow' }),
    ),
    next: nextPage,
  }),
  media: 'text/csv',
  success: 200,
  refusals: ['statistics/too-long'],
  examples: [
    { summary: 'The last twelve months', answers: 200 },
    { summary: 'By service and channel', query: { by: 'service,channel', since: '2026-01' }, answers: 200 },
    { summary: 'Four years', query: { since: '2023-01', until: '2026-12' }, answers: 422 },
  ],
});
