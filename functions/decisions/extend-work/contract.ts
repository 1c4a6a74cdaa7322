import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { ExtensionGround } from '../../../lib/domain/request/work/grounds.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/extension',
  tag: 'Work',
  again: 'told',
  summary: 'Extend the term of the claimed work once, where the regulation allows it',
  description:
    'To the longest term that the regulation names («в исключительных случаях до 6 мес.»); the applicant is told, and reads the ground in the history.',
  params: z.object({ id: RequestId }),
  body: z.strictObject({ ground: ExtensionGround }),
  answer: RequestView,
  success: 200,
  refusals: [
    'work/unknown',
    'work/own-request',
    'work/not-claimed',
    'work/not-extendable',
    'service/unknown',
    'request/changed-meanwhile',
  ],
  examples: [
    { summary: 'A term that the regulation does not let extend', body: { ground: 'many-records' }, answers: 409 },
  ],
});
