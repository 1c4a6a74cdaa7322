import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { OfficerView } from '../../../lib/adapters/http/views/officer-view.ts';

export const contract = endpoint({
  route: 'GET /mandates',
  tag: 'Identity',
  summary: '«Право подписи»: list the officers of the head’s own office, and who of them may sign until when',
  answer: z.object({ officers: z.array(OfficerView) }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'The officers of the office', answers: 200 }],
});
