import { createCipheriv, createDecipheriv, pbkdf2Sync } from 'node:crypto';
import forge from 'node-forge';
import { Fields, readOctetString, readOid, readSmallInteger, type DerNode } from '../../eds/der.ts';
import { integer, nothing, octetString, oid, sequence, type Der } from './der-writer.ts';
import { derivePkcs12 } from './pkcs12-key.ts';
import type { RandomSource } from './random.ts';

/**
 * How a key file is encrypted. `pbes2`: AES-256-CBC under PBKDF2-HMAC-SHA-256 (RFC 8018), which OpenSSL 3 reads as it
 * is. `triple-des` and `rc2-40` (RFC 7292 appendix C): what the national authority writes, keys by the first and
 * certificates by the second.
 */
export type Encryption = 'pbes2' | 'triple-des' | 'rc2-40';

const schemes = {
  pbes2: '1.2.840.113549.1.5.13',
  'triple-des': '1.2.840.113549.1.12.1.3',
  'rc2-40': '1.2.840.113549.1.12.1.6',
} satisfies Record<Encryption, string>;

export const keyFileIterations = 2048;

/** Encrypts and names the way: `[AlgorithmIdentifier, octets]`. */
export function encrypt(how: Encryption, plain: Uint8Array, password: string, random: RandomSource): [Der, Uint8Array] {
  const salt = random(16);
  const iterations = keyFileIterations;
  if (how === 'pbes2') {
    const iv = random(16);
    return [pbes2(salt, iterations, iv), aes('encrypt', plain, password, salt, iterations, iv)];
  }
  const cipher = how === 'triple-des' ? tripleDes : rc2;
  const algorithm = sequence(oid(schemes[how]), sequence(octetString(salt), integer(iterations)));
  return [algorithm, cipher('encrypt', plain, { hash: 'sha1', password, salt, iterations })];
}

/** Undoes any of the three; throws for a wrong password or another scheme. */
export function decrypt(algorithm: DerNode, octets: Uint8Array, password: string): Uint8Array {
  const fields = new Fields(algorithm);
  const scheme = readOid(fields.any());
  const parameters = new Fields(fields.any());
  if (scheme === schemes.pbes2) {
    const [, derivation] = parameters.any().children;
    const [, iv] = parameters.any().children;
    const [salt, iterations] = derivation?.children ?? [];
    if (!salt || !iterations || !iv) throw new TypeError('PBES2 parameters');
    return aes('decrypt', octets, password, readOctetString(salt), readSmallInteger(iterations), readOctetString(iv));
  }
  const cipher = { [schemes['triple-des']]: tripleDes, [schemes['rc2-40']]: rc2 }[scheme];
  if (cipher === undefined) throw new TypeError(`key files encrypted by ${scheme} are not read`);
  const salt = readOctetString(parameters.any());
  const iterations = readSmallInteger(parameters.any());
  return cipher('decrypt', octets, { hash: 'sha1', password, salt, iterations });
}

type Way = 'encrypt' | 'decrypt';
type Derivation = Parameters<typeof derivePkcs12>[2];

const ciphers = { encrypt: createCipheriv, decrypt: createDecipheriv } as const;

function throughOpenssl(way: Way, name: string, key: Uint8Array, iv: Uint8Array, octets: Uint8Array): Uint8Array {
  const cipher = ciphers[way](name, key, iv);
  return new Uint8Array(Buffer.concat([cipher.update(octets), cipher.final()]));
}

function aes(way: Way, octets: Uint8Array, password: string, salt: Uint8Array, iterations: number, iv: Uint8Array) {
  const key = pbkdf2Sync(Buffer.from(password, 'utf8'), salt, iterations, 32, 'sha256');
  return throughOpenssl(way, 'aes-256-cbc', key, iv, octets);
}

const tripleDes = (way: Way, octets: Uint8Array, by: Derivation): Uint8Array =>
  throughOpenssl(way, 'des-ede3-cbc', derivePkcs12('key', 24, by), derivePkcs12('iv', 8, by), octets);

/** OpenSSL 3 keeps RC2 in a provider that Node does not load; node-forge has it. */
function rc2(way: Way, octets: Uint8Array, by: Derivation): Uint8Array {
  const key = forge.util.createBuffer(derivePkcs12('key', 5, by).toString('latin1'));
  const iv = forge.util.createBuffer(derivePkcs12('iv', 8, by).toString('latin1'));
  const cipher =
    way === 'encrypt' ? forge.rc2.createEncryptionCipher(key, 40) : forge.rc2.createDecryptionCipher(key, 40);
  cipher.start(iv);
  cipher.update(forge.util.createBuffer(Buffer.from(octets).toString('latin1')));
  if (!cipher.finish()) throw new TypeError('wrong password');
  return new Uint8Array(Buffer.from(cipher.output.getBytes(), 'latin1'));
}

/** PBES2-params (RFC 8018 appendix A.4). */
const pbes2 = (salt: Uint8Array, iterations: number, iv: Uint8Array): Der =>
  sequence(
    oid(schemes.pbes2),
    sequence(
      sequence(
        oid('1.2.840.113549.1.5.12'),
        sequence(octetString(salt), integer(iterations), sequence(oid('1.2.840.113549.2.9'), nothing)),
      ),
      sequence(oid('2.16.840.1.101.3.4.1.42'), octetString(iv)),
    ),
  );
