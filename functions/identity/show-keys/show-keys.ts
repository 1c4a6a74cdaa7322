import type { Answered } from '../../../lib/adapters/http/serve.ts';
import type { SigningKey } from '../../../lib/adapters/identity/signing-key.ts';
import { publicKeys } from '../../../lib/adapters/identity/tokens.ts';

/** Cacheable for as long as an access token lives. */
export const showKeys = async (keys: readonly Pick<SigningKey, 'publicKey'>[]): Promise<Answered> => ({
  body: await publicKeys(keys),
  headers: { 'cache-control': 'public, max-age=900' },
});
