import { endpoint } from '../../../lib/adapters/http/contract.ts';

export const contract = endpoint({
  route: 'DELETE /sessions/current',
  tag: 'Identity',
  again: 'told',
  summary: 'Sign out',
  description: 'Ends the session at once: its access token and its refresh token no longer work.',
  success: 204,
  refusals: [],
  examples: [{ summary: 'Sign out', answers: 204 }],
});
