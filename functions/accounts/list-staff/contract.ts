import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { momentQuery, nextPage } from '../../../lib/adapters/http/paging.ts';
import { StaffView } from '../../../lib/adapters/http/views/staff-view.ts';

export const contract = endpoint({
  route: 'GET /staff',
  tag: 'Identity',
  summary: 'List the people of all offices, the newest account first',
  description: 'Whoever has a post or is offered one. A post works from when its holder has accepted it by EDS.',
  query: z.strictObject(momentQuery('staff')),
  answer: z.object({ staff: z.array(StaffView), next: nextPage }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'The first page', answers: 200 }],
});
