import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { StatusView } from '../../../lib/adapters/http/views/request-view.ts';

export const contract = endpoint({
  route: 'GET /statuses/{number}',
  tag: 'Requests',
  summary: 'Tell visitors of a centre or an office the status of their request',
  description:
    'By the number on the applicant’s notice, as people type it: case, blanks, dashes and leading zeros do not matter. Shows what the information systems show, without form and person.',
  params: z.object({ number: z.string().min(1).max(64) }),
  answer: StatusView,
  success: 200,
  refusals: ['request/unknown'],
  examples: [{ summary: 'By the number on the notice', answers: 200 }],
});
