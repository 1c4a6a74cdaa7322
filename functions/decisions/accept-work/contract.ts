import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { RequestId } from '../../../lib/adapters/http/ids.ts';
import { completionRefusals } from '../../../lib/domain/request/work/change-work.ts';
import { RequestView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'POST /work/{id}/acceptance',
  tag: 'Work',
  again: 'told',
  summary: '«Принятие заявления на исполнение»: take a claimed application into work',
  params: z.object({ id: RequestId }),
  answer: RequestView,
  success: 200,
  refusals: completionRefusals,
  examples: [{ summary: 'A claimed application', answers: 200 }],
});
