import { Fields, readOctetString, readOid, readSmallInteger, tags, type DerNode } from '../../eds/der.ts';
import { blockCiphers, type BlockCipher } from './block-ciphers.ts';
import type { Allowance } from './bounds.ts';
import { derivePkcs12 } from './derive.ts';
import { findKeyFileDigest, keyFileDigests, type KeyFileDigest } from './digests.ts';
import { aesCbc, pbkdf2 } from './web-crypto.ts';
import { KeyFileRefusal } from './refusal.ts';

/**
 * Schemes of RFC 7292 appendix C; `key` in octets. The national authority encrypts keys with the first, certificates
 * with the last.
 */
const pkcs12Schemes: Readonly<Record<string, { readonly cipher: BlockCipher; readonly key: number }>> = {
  '1.2.840.113549.1.12.1.3': { cipher: blockCiphers.tripleDes, key: 24 },
  '1.2.840.113549.1.12.1.5': { cipher: blockCiphers.rc2, key: 16 },
  '1.2.840.113549.1.12.1.6': { cipher: blockCiphers.rc2, key: 5 },
};

/** Ciphers of PBES2 (RFC 8018 appendix B.2) by identifier; `key` in octets. */
const pbes2Ciphers: Readonly<Record<string, { readonly cipher: 'aes' | 'triple-des'; readonly key: number }>> = {
  '2.16.840.1.101.3.4.1.2': { cipher: 'aes', key: 16 },
  '2.16.840.1.101.3.4.1.42': { cipher: 'aes', key: 32 },
  '1.2.840.113549.3.7': { cipher: 'triple-des', key: 24 },
};
const pbes2 = '1.2.840.113549.1.5.13';
const pbkdf2Oid = '1.2.840.113549.1.5.12';

/** @throws KeyFileRefusal if the password does not open these octets, or their encryption is not supported */
export async function decrypt(
  algorithm: DerNode,
  octets: Uint8Array,
  password: string,
  allowance: Allowance,
): Promise<Uint8Array> {
  const fields = new Fields(algorithm);
  const scheme = readOid(fields.any());
  const parameters = new Fields(fields.any());
  const plain =
    scheme === pbes2
      ? await byPbes2(parameters, octets, password, allowance)
      : byPkcs12(scheme, parameters, octets, password, allowance);
  if (plain === undefined) throw new KeyFileRefusal('wrong-password');
  return plain;
}

/** `pkcs-12PbeParams ::= SEQUENCE { salt OCTET STRING, iterations INTEGER }`, SHA-1. */
function byPkcs12(scheme: string, parameters: Fields, octets: Uint8Array, password: string, allowance: Allowance) {
  const known = pkcs12Schemes[scheme];
  if (known === undefined) throw new KeyFileRefusal('unsupported', scheme);
  const by = {
    hash: keyFileDigests[0].hash,
    password,
    salt: readOctetString(parameters.any()),
    iterations: readSmallInteger(parameters.any()),
  };
  // The longest key takes two digests, an initial value takes one.
  allowance.rounds(3 * by.iterations);
  return known.cipher('decrypt', derivePkcs12('key', known.key, by), derivePkcs12('iv', 8, by), octets);
}

/** `PBES2-params ::= SEQUENCE { keyDerivationFunc, encryptionScheme }` (RFC 8018 appendix A.4). */
async function byPbes2(parameters: Fields, octets: Uint8Array, password: string, allowance: Allowance) {
  const derivation = new Fields(parameters.any());
  const encryption = new Fields(parameters.any());
  const [function_, scheme] = [readOid(derivation.any()), readOid(encryption.any())];
  const known = pbes2Ciphers[scheme];
  if (function_ !== pbkdf2Oid) throw new KeyFileRefusal('unsupported', function_);
  if (known === undefined) throw new KeyFileRefusal('unsupported', scheme);
  const { salt, iterations, digest } = readPbkdf2(new Fields(derivation.any()));
  const iv = readOctetString(encryption.any());
  allowance.rounds(2 * iterations);
  const key = await pbkdf2(digest.web, password, salt, iterations, known.key);
  return known.cipher === 'aes' ? aesCbc(key, iv, octets) : blockCiphers.tripleDes('decrypt', key, iv, octets);
}

/** `PBKDF2-params ::= SEQUENCE { salt, iterationCount, keyLength OPTIONAL, prf DEFAULT hmacWithSHA1 }` (RFC 8018 appendix A.2). */
function readPbkdf2(fields: Fields): { salt: Uint8Array; iterations: number; digest: KeyFileDigest } {
  const salt = readOctetString(fields.any());
  const iterations = readSmallInteger(fields.any());
  fields.optional(tags.integer);
  const prf = fields.next === undefined ? keyFileDigests[0].hmac : readOid(new Fields(fields.any()).any());
  const digest = findKeyFileDigest('hmac', prf);
  if (digest === undefined) throw new KeyFileRefusal('unsupported', prf);
  return { salt, iterations, digest };
}
