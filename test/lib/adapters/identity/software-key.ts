import { generateKeyPairSync, sign } from 'node:crypto';
import type { SigningKey } from '../../../../lib/adapters/identity/signing-key.ts';

/** A P-256 key in memory that really signs, as KMS would: SPKI and DER. */
export function makeSoftwareKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const spki = publicKey.export({ format: 'der', type: 'spki' });
  return {
    publicKey: () => Promise.resolve(spki),
    sign: (message) => Promise.resolve(sign('sha256', message, privateKey)),
  };
}
