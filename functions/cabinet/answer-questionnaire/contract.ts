import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';

const Position = z.int().min(1).max(20).meta({ description: 'Position of the chosen answer, from 1' });

export const contract = endpoint({
  route: 'PUT /requests/{id}/questionnaire',
  tag: 'Requests',
  again: 'told',
  summary: '«Анкета»: answer how satisfied one is, once, after the result',
  description:
    'By the applicant, or by an employee of the counter that filed the request, for the visitor. Questions and answers: ' +
    '`questionnaire` of `GET /services/{service}?version=`. What was answered is counted for the service, the office and ' +
    'the month; the request keeps only that it was answered.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ quality: Position, accessibility: Position }),
  answer: z.object({ questionnaire: z.literal('answered') }),
  success: 200,
  refusals: [
    'request/unknown',
    'work/own-request',
    'service/unknown',
    'questionnaire/none',
    'questionnaire/too-early',
    'questionnaire/answered',
    'form/invalid',
    'request/changed-meanwhile',
  ],
  examples: [
    { summary: 'An answer that is not listed', body: { quality: 4, accessibility: 3 }, answers: 422 },
    { summary: 'Satisfied, and partly satisfied', body: { quality: 3, accessibility: 2 }, answers: 200 },
  ],
});
