import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'GET /app/{path+}',
  tag: 'Platform',
  summary: 'The pages for people, and the files that they consist of',
  description:
    'A missing page is answered with 404 and a page that says so. Names of files contain a hash: files never change.',
  params: z.object({ path: z.string().max(500) }),
  lasting: true,
  success: 200,
  refusals: ['route/unknown'],
  examples: [{ summary: 'A page', answers: 200 }],
});
