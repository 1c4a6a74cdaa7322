import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { completionRefusals } from '../../../lib/domain/request/work/change-work.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/completion',
  tag: 'Work',
  summary: 'Report a task as done: check, assign, survey, conclude, prepare, approve, forward, hand over',
  description:
    'Answer a check or a conclusion with `approved` or `refused`. Handing over is the delivery of the document. If ' +
    'the service is not automated, a signature by hand is reported here, too.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ answer: z.enum(['approved', 'refused']).optional() }),
  answer: RequestView,
  success: 200,
  refusals: [...completionRefusals, 'work/answer-required', 'output/not-ready'],
  examples: [{ summary: 'The document was handed over', body: {}, answers: 200 }],
});
