import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { PublicJwk } from '../../../lib/adapters/identity/tokens.ts';

export const contract = endpoint({
  route: 'GET /.well-known/jwks.json',
  tag: 'Identity',
  summary: 'Public keys of access tokens and of calls to the gateway (JWKS)',
  answer: z.strictObject({ keys: z.array(PublicJwk) }),
  success: 200,
  refusals: [],
  examples: [{ summary: 'The key set', answers: 200 }],
});
