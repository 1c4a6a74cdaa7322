import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'DELETE /account/sessions/{session}',
  tag: 'Identity',
  again: 'told',
  summary: 'End one of the own sessions',
  params: z.object({ session: z.string().max(64) }),
  success: 204,
  refusals: ['session/unknown'],
  examples: [{ summary: 'One on another device', answers: 204 }],
});
