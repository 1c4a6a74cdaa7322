import * as z from 'zod';
import { endpoint } from '../../lib/adapters/http/contract.ts';
import { RequestId } from '../../lib/adapters/http/ids.ts';
import { RequestView } from '../../lib/domain/request/view.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/acceptance',
  tag: 'Work',
  summary: '«Принятие заявления на исполнение»: take a claimed application into work',
  params: z.object({ id: RequestId }),
  answer: RequestView,
  success: 200,
  refusals: [
    'work/unknown',
    'work/claimed',
    'work/not-claimed',
    'work/other-task',
    'work/decided-otherwise',
    'request/changed-meanwhile',
  ],
  examples: [{ summary: 'A claimed application', answers: 200 }],
});
