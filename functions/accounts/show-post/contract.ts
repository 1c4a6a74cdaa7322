import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { StaffView } from '../../../lib/adapters/http/views/staff-view.ts';

export const contract = endpoint({
  route: 'GET /account/post',
  tag: 'Identity',
  summary: 'See the post that is offered to the caller, and what to sign to accept it',
  answer: StaffView.pick({ offered: true }).extend({
    content: z
      .base64()
      .optional()
      .describe('The bytes to sign, detached. Absent, as `offered` is, while no post is offered'),
  }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'Whether one is offered', answers: 200 }],
});
