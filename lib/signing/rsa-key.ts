import { sha256 } from '@noble/hashes/sha2.js';
import { Fields, readDer, readOctetString } from '../eds/der.ts';
import { bitString, nothing, oid, sequence } from './der-writer.ts';
import { KeyFileRefusal } from './pkcs12/refusal.ts';
import type { PersonKey } from './signing-key.ts';

const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const rsaEncryption = sequence(oid('1.2.840.113549.1.1.1'), nothing);

/**
 * The RSA key of a PrivateKeyInfo. It signs PKCS #1 v1.5 with SHA-256 by WebCrypto, which imports it as not
 * extractable. WebCrypto cannot derive the public key from a private one, so its numbers are read from the beginning of
 * the private key:
 *
 *     RSAPrivateKey ::= SEQUENCE { version, modulus INTEGER, publicExponent INTEGER, … }      -- RFC 8017 A.1.2
 *
 * @throws KeyFileRefusal for numbers that are no key
 */
export async function readRsaKey(pkcs8: Uint8Array): Promise<PersonKey> {
  const info = new Fields(readDer(pkcs8));
  info.any();
  info.any();
  const numbers = new Fields(readDer(readOctetString(info.any())));
  numbers.any();
  const publicKey = sequence(numbers.any().raw, numbers.any().raw);
  const key = await importKey(pkcs8);
  return {
    family: 'rsa',
    spki: sequence(rsaEncryption, bitString(publicKey)),
    signatureAlgorithm: sequence(oid('1.2.840.113549.1.1.11'), nothing),
    digestAlgorithm: sequence(oid('2.16.840.1.101.3.4.2.1'), nothing),
    digest: sha256,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign(algorithm, key, Uint8Array.from(message))),
  };
}

async function importKey(pkcs8: Uint8Array) {
  try {
    return await crypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), algorithm, false, ['sign']);
  } catch {
    throw new KeyFileRefusal('not-key-file');
  }
}
