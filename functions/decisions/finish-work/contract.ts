import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Recipient } from '../../../lib/domain/output/recipient.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { completionRefusals } from '../../../lib/domain/request/work/change-work.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/completion',
  tag: 'Work',
  again: 'told',
  summary: 'Report a task as done: check, assign, survey, conclude, prepare, approve, forward, hand over',
  description:
    'Answer a check or a conclusion with `approved` or `refused`. Handing over is the delivery of the document: `recipient` says who got ' +
    'it, which document they showed, and, if somebody came for the applicant, their power of attorney. If ' +
    'the service is not automated, a signature by hand is reported here, too.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ answer: z.enum(['approved', 'refused']).optional(), recipient: Recipient.optional() }),
  answer: RequestView,
  success: 200,
  refusals: [
    ...completionRefusals,
    'work/answer-required',
    'work/recipient-required',
    'output/not-ready',
    'form/invalid',
  ],
  examples: [
    {
      summary: 'The document was handed over to the applicant',
      body: { recipient: { who: 'applicant', document: { kind: 'identity-card', number: '012345678' } } },
      answers: 200,
    },
  ],
});
