import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { OfficerView } from '../../../lib/adapters/http/views/officer-view.ts';

export const contract = endpoint({
  route: 'DELETE /mandates/{account}',
  tag: 'Identity',
  again: 'same',
  summary: '«Право подписи»: an officer of the head’s own office signs no more',
  description:
    'What they have claimed to sign and not signed goes back when they try to. The officer and the administrators are told.',
  params: z.strictObject({ account: z.string().max(64) }),
  answer: OfficerView,
  success: 200,
  refusals: ['staff/unknown', 'mandate/own'],
  examples: [{ summary: 'An officer who had a mandate', answers: 200 }],
});
