import { blockCiphers } from '../../signing/pkcs12/block-ciphers.ts';
import { derivePkcs12 } from '../../signing/pkcs12/derive.ts';
import { keyFileDigests } from '../../signing/pkcs12/digests.ts';
import { aesCbc, pbkdf2 } from '../../signing/pkcs12/web-crypto.ts';
import { integer, nothing, octetString, oid, sequence, type Der } from '../../signing/der-writer.ts';
import type { RandomSource } from '../../signing/random.ts';

/**
 * How a key file is encrypted. `pbes2`: AES-256-CBC under PBKDF2-HMAC-SHA-256 (RFC 8018), which OpenSSL 3 can read.
 * `triple-des` and `rc2-40` (RFC 7292 appendix C): what the national authority writes, the first for keys and the
 * second for certificates.
 */
export type Encryption = 'pbes2' | 'triple-des' | 'rc2-40';

const pkcs12Schemes = {
  'triple-des': { oid: '1.2.840.113549.1.12.1.3', cipher: blockCiphers.tripleDes, key: 24 },
  'rc2-40': { oid: '1.2.840.113549.1.12.1.6', cipher: blockCiphers.rc2, key: 5 },
} as const;

export const keyFileIterations = 2048;

/** Encrypts, and returns the algorithm too: `[AlgorithmIdentifier, octets]`. */
export async function encrypt(
  how: Encryption,
  plain: Uint8Array,
  password: string,
  random: RandomSource,
  iterations: number,
): Promise<[Der, Uint8Array]> {
  const salt = random(16);
  if (how === 'pbes2') {
    const iv = random(16);
    const key = await pbkdf2('SHA-256', password, salt, iterations, 32);
    return [pbes2(salt, iterations, iv), (await aesCbc(key, iv, plain, 'encrypt'))!];
  }
  const { oid: scheme, cipher, key } = pkcs12Schemes[how];
  const by = { hash: keyFileDigests[0].hash, password, salt, iterations };
  const octets = cipher('encrypt', derivePkcs12('key', key, by), derivePkcs12('iv', 8, by), plain)!;
  return [sequence(oid(scheme), sequence(octetString(salt), integer(iterations))), octets];
}

/** PBES2-params (RFC 8018 appendix A.4). */
const pbes2 = (salt: Uint8Array, iterations: number, iv: Uint8Array): Der =>
  sequence(
    oid('1.2.840.113549.1.5.13'),
    sequence(
      sequence(
        oid('1.2.840.113549.1.5.12'),
        sequence(octetString(salt), integer(iterations), sequence(oid('1.2.840.113549.2.9'), nothing)),
      ),
      sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(iv)),
    ),
  );
