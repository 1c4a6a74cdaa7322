import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { ComplaintId, RequestId } from '../../../lib/adapters/http/ids.ts';
import { ComplaintLine, ComplaintView } from '../../../lib/adapters/http/views/complaint-view.ts';
import { ShownInstant } from '../../../lib/adapters/http/views/shown-instant.ts';

export const contract = endpoint({
  route: 'GET /requests/{id}/complaints/{complaint}',
  tag: 'Work',
  summary: 'Show a complaint with what it is about',
  description:
    'For the head, the akimat above, the auditor, and whoever has complained; the applicant also sees it in the request.',
  params: z.object({ id: RequestId, complaint: ComplaintId }),
  answer: ComplaintLine.extend(ComplaintView.pick({ text: true, answer: true }).shape).extend({
    refusal: z
      .object({ at: ShownInstant, ground: z.string(), text: z.string(), by: z.string() })
      .optional()
      .meta({ description: 'The decision of refusal' }),
  }),
  success: 200,
  refusals: ['request/unknown', 'complaint/unknown'],
  examples: [{ summary: 'A complaint that waits', answers: 200 }],
});
