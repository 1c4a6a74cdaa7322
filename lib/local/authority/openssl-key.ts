import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  sign,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import { promisify } from 'node:util';
import { nothing, oid, sequence, type Der } from '../../signing/der-writer.ts';
import type { SigningKey } from '../../signing/signing-key.ts';

const generate = promisify(generateKeyPair) as (type: string, options: object) => Promise<KeyPairKeyObjectResult>;

/** SHA-256 with either (RFC 4055 section 5, RFC 5758 section 3.2: ECDSA has no parameters). */
const signatureAlgorithms = {
  rsa: sequence(oid('1.2.840.113549.1.1.11'), nothing),
  ecdsa: sequence(oid('1.2.840.10045.4.3.2')),
} satisfies Record<'rsa' | 'ecdsa', Der>;

const sha256: Der = sequence(oid('2.16.840.1.101.3.4.2.1'), nothing);

/** A new RSA key of 2048 bits or ECDSA key on P-256. */
export async function generateOpensslKey(family: 'rsa' | 'ecdsa', modulusLength = 2048): Promise<SigningKey> {
  const { privateKey } =
    family === 'rsa' ? await generate('rsa', { modulusLength }) : await generate('ec', { namedCurve: 'P-256' });
  return opensslKey(privateKey);
}

/** The key of a PrivateKeyInfo that OpenSSL can read. */
export const readOpensslKey = (pkcs8: Uint8Array): SigningKey =>
  opensslKey(createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }));

function opensslKey(privateKey: KeyObject): SigningKey {
  const family = privateKey.asymmetricKeyType === 'ec' ? 'ecdsa' : 'rsa';
  const exported = (key: KeyObject, type: 'spki' | 'pkcs8'): Der =>
    new Uint8Array(key.export({ format: 'der', type } as { format: 'der'; type: 'pkcs8' }));
  return {
    family,
    spki: exported(createPublicKey(privateKey), 'spki'),
    pkcs8: exported(privateKey, 'pkcs8'),
    signatureAlgorithm: signatureAlgorithms[family],
    digestAlgorithm: sha256,
    digest: (message) => createHash('sha256').update(message).digest(),
    sign: (message) => new Uint8Array(sign('sha256', message, privateKey)),
  };
}
