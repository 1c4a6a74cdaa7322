import { createRemoteJWKSet } from 'jose/jwks/remote';
import type { FindKey } from './check-call.ts';

/** Reads the keys from a JWKS when the first call comes, and again when a call names one that is not known. */
export function publishedKeys(address: () => string): FindKey {
  let keys: ReturnType<typeof createRemoteJWKSet> | undefined;
  return async (kid) => {
    keys ??= createRemoteJWKSet(new URL(address()), { cooldownDuration: 1000 });
    return keys({ alg: 'ES256', kid });
  };
}
