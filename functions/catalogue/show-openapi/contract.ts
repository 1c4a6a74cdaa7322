import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'GET /openapi.json',
  tag: 'Platform',
  summary: 'This description (OpenAPI 3.1)',
  answer: z.looseObject({ openapi: z.string() }),
  lasting: true,
  success: 200,
  refusals: [],
  examples: [{ summary: 'The description', answers: 200 }],
});
