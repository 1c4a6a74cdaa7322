import * as z from 'zod';
import { Cms } from '../../../lib/adapters/trust/cms.ts';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { reportSchema } from '../../../lib/eds/report-schema.ts';

export const contract = endpoint({
  route: 'POST /eds/verifications',
  tag: 'EDS',
  again: 'reads',
  summary: 'Check a signature',
  description:
    'The same check as on submission, without a person to compare with. The verdict is in the report, also when it is ' +
    '`failed` or `indeterminate`: the answer is 200 whenever the check was made. Nothing is kept.',
  body: z.strictObject({
    cms: Cms,
    content: z.base64().optional().describe('What was signed; needed for a detached signature'),
  }),
  answer: reportSchema,
  success: 200,
  refusals: [],
  examples: [{ summary: 'Bytes that are no CMS fail', body: { cms: 'MAA=' }, answers: 200 }],
});
