import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';
import { TimestampView } from '../../../lib/adapters/http/views/timestamp-view.ts';
import { Answer } from '../../../lib/domain/request/offer.ts';
import { reportSchema } from '../../../lib/eds/report-schema.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/signature-report',
  tag: 'EDS',
  summary: 'See what was checked of the signatures of a request',
  params: z.object({ id: RequestId }),
  description: 'Each report as the data of its checks and, in `text`, in words.',
  answer: z.object({
    submission: reportSchema.optional().describe('Absent while the application is not submitted'),
    confirmation: reportSchema.optional().describe('Of the same signature, checked again by the machine'),
    output: reportSchema.optional().describe('Of the latest document'),
    earlier: z.array(reportSchema).optional().describe('Of the interim documents before it, the latest first'),
    answers: z
      .array(z.object({ offer: z.string(), answer: Answer, report: reportSchema, text: z.string() }))
      .optional()
      .describe('Of written consents and refusals'),
    refused: z
      .array(z.object({ at: ShownInstant, report: reportSchema, text: z.string() }))
      .optional()
      .describe(
        'Of signatures of the application that were refused and came from a known authority, the latest first; kept for 90 days',
      ),
    text: z
      .object({ submission: z.string(), confirmation: z.string().optional(), output: z.string().optional() })
      .optional()
      .describe('The same in Russian or Kazakh, a line a check'),
    timestamps: z
      .object({ submission: TimestampView.optional(), output: TimestampView.optional() })
      .optional()
      .describe('What the signatures have got after these checks, and until when that proves them'),
  }),
  success: 200,
  refusals: ['request/unknown'],
  examples: [{ summary: 'An application that was submitted', answers: 200 }],
});
