import { createHash, createPrivateKey, sign } from 'node:crypto';
import { nothing, oid, sequence } from '../../../lib/signing/der-writer.ts';
import type { SigningKey } from '../../../lib/signing/signing-key.ts';

/**
 * An RSA or ECDSA key that signs with the given `digest`; the algorithm is written by hand (`1.2.840.113549.1.1.5` and
 * so on).
 */
function signingBy(key: SigningKey, digest: 'sha1' | 'sha512', digestOid: string, signatureOid: string): SigningKey {
  const privateKey = createPrivateKey({ key: Buffer.from(key.pkcs8), format: 'der', type: 'pkcs8' });
  return {
    ...key,
    signatureAlgorithm: sequence(oid(signatureOid), ...(key.family === 'rsa' ? [nothing] : [])),
    digestAlgorithm: sequence(oid(digestOid), nothing),
    digest: (message) => createHash(digest).update(message).digest(),
    sign: (message) => new Uint8Array(sign(digest, message, privateKey)),
  };
}

export const signingBySha1 = (key: SigningKey): SigningKey =>
  signingBy(key, 'sha1', '1.3.14.3.2.26', key.family === 'rsa' ? '1.2.840.113549.1.1.5' : '1.2.840.10045.4.1');

export const signingBySha512 = (key: SigningKey): SigningKey =>
  signingBy(
    key,
    'sha512',
    '2.16.840.1.101.3.4.2.3',
    key.family === 'rsa' ? '1.2.840.113549.1.1.13' : '1.2.840.10045.4.3.4',
  );
