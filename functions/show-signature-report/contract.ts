import * as z from 'zod';
import { endpoint } from '../../lib/adapters/http/contract.ts';
import { RequestId } from '../../lib/adapters/http/ids.ts';
import { reportSchema } from '../../lib/eds/report-schema.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/signature-report',
  tag: 'EDS',
  summary: 'See what was checked of the signatures of a request',
  params: z.object({ id: RequestId }),
  description: 'Each report as the data of its checks and, in `text`, in words.',
  answer: z.object({
    submission: reportSchema,
    output: reportSchema.optional(),
    text: z
      .object({ submission: z.string(), output: z.string().optional() })
      .describe('The same in Russian or Kazakh, a line a check'),
  }),
  success: 200,
  refusals: ['request/unknown'],
  examples: [{ summary: 'An application that was submitted', answers: 200 }],
});
