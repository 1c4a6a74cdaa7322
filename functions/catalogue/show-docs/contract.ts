import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'GET /docs',
  tag: 'Platform',
  summary: 'This description as a page',
  success: 200,
  refusals: [],
  examples: [{ summary: 'The page', answers: 200 }],
});
