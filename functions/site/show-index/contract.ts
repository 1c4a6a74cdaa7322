import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'GET /',
  tag: 'Platform',
  summary: 'Links to the API and its pages',
  description: 'Answers the first page to a browser (`Accept: text/html`).',
  headers: z.object({ accept: z.string().optional() }),
  answer: z.object({ name: z.string(), services: z.string(), documentation: z.string(), openapi: z.string() }),
  lasting: true,
  success: 200,
  refusals: [],
  examples: [{ summary: 'The addresses', answers: 200 }],
});
