import { p256, p384, p521 } from '@noble/curves/nist.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha224, sha256, sha384, sha512, sha512_224, sha512_256 } from '@noble/hashes/sha2.js';
import { attempt } from '../attempt.ts';
import { compareBytes, toHex } from '../bytes.ts';
import { Fields, readBitStringOctets, readDer, readInteger, readOid } from '../der.ts';
import { invertModulo } from '../gost/field.ts';
import type { OpensslDigestName } from '../algorithms/digest-names.ts';
import type { RunningDigest } from '../running-digest.ts';
import { readPssParameters, type PssParameters } from '../algorithms/pss.ts';
import { encodePkcs1, verifyPssEncoding } from './rsa-encodings.ts';
import type { Answer, KeyType } from './port.ts';

/**
 * The crypto port for browsers. WebCrypto answers only asynchronously and supports neither SHA-1 signatures nor DSA, so
 * hashes and curves come from @noble, and RSA and DSA use BigInt. Verification need not take constant time. It is
 * synchronous like Node's port, so that one core serves both; `test/lib/eds/crypto` compares the two.
 */

const hashes = {
  MD5: md5,
  'SHA-1': sha1,
  'SHA-224': sha224,
  'SHA-256': sha256,
  'SHA-384': sha384,
  'SHA-512': sha512,
  'SHA-512/224': sha512_224,
  'SHA-512/256': sha512_256,
} as const satisfies Record<OpensslDigestName, unknown>;

export const hash = (name: OpensslDigestName, message: Uint8Array): Uint8Array => hashes[name](message);

export const hashHex = (name: OpensslDigestName, message: Uint8Array): string => toHex(hash(name, message));

export { equalBytes as sameOctets } from '../bytes.ts';

interface Spki {
  readonly algorithm: string;
  readonly parameters: Fields;
  readonly key: Uint8Array;
}

function readSpki(der: Uint8Array): Spki {
  const info = new Fields(readDer(der));
  const parameters = new Fields(info.any());
  return { algorithm: readOid(parameters.any()), parameters, key: readBitStringOctets(info.any()) };
}

export function startHash(name: OpensslDigestName): RunningDigest {
  const running = hashes[name].create();
  return { update: (octets) => void running.update(octets), finish: () => running.digest() };
}

export function verifyMessage(
  type: KeyType,
  digest: OpensslDigestName,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Answer {
  return verifyDigest(type, digest, spki, hash(digest, message), signature);
}

export const verifyPkcs1Digest = (
  name: OpensslDigestName,
  spki: Uint8Array,
  digest: Uint8Array,
  signature: Uint8Array,
): Answer => verifyDigest('rsa', name, spki, digest, signature);

function verifyDigest(
  type: KeyType,
  digest: OpensslDigestName,
  spki: Uint8Array,
  hashed: Uint8Array,
  signature: Uint8Array,
): Answer {
  const verify = { rsa: verifyRsa, ec: verifyEcdsa, dsa: verifyDsa }[type];
  return attempt(() => verify(readSpki(spki), digest, hashed, signature)) ?? 'unsupported';
}

const rsaEncryption = '1.2.840.113549.1.1.1';
const rsassaPss = '1.2.840.113549.1.1.10';

function verifyRsa(
  { algorithm, key }: Spki,
  digest: OpensslDigestName,
  hashed: Uint8Array,
  signature: Uint8Array,
): Answer {
  if (algorithm !== rsaEncryption) return 'unsupported';
  const encoded = openRsa(readRsaKey(key), signature);
  const expected = encoded && encodePkcs1(digest, hashed, encoded.length);
  return encoded && expected && compareBytes(encoded, expected) === 0 ? 'valid' : 'invalid';
}

interface RsaKey {
  readonly modulus: bigint;
  readonly exponent: bigint;
}

function readRsaKey(key: Uint8Array): RsaKey {
  const fields = new Fields(readDer(key));
  return { modulus: readInteger(fields.any()), exponent: readInteger(fields.any()) };
}

/**
 * The encoded message of a signature (RFC 8017 5.2.2); undefined if the signature is not a number below the modulus.
 */
function openRsa({ modulus, exponent }: RsaKey, signature: Uint8Array): Uint8Array | undefined {
  const length = Math.ceil(bitsOf(modulus) / 8);
  const number = toNumber(signature);
  if (signature.length !== length || number >= modulus) return undefined;
  return toOctets(power(number, exponent, modulus), length);
}

/** The parameters that a bare name of PSS means; an id-RSASSA-PSS key may have others. */
export function pssByName(digest: OpensslDigestName, spki: Uint8Array): PssParameters {
  const own = attempt(() => ownParameters(readSpki(spki)));
  return {
    digest,
    maskDigest: own?.maskDigest ?? digest,
    saltLength: own?.saltLength ?? hashes[digest].outputLen,
  };
}

/** The parameters to which an id-RSASSA-PSS key binds itself (RFC 4055 1.2); undefined if it has none. */
function ownParameters({ algorithm, parameters }: Spki): PssParameters | undefined {
  return algorithm === rsassaPss && parameters.next !== undefined ? readPssParameters(parameters.any().raw) : undefined;
}

export function verifyPss(
  scheme: PssParameters,
  _: Uint8Array | undefined,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): Answer {
  return attempt(() => verifyPssBy(scheme, readSpki(spki), message, signature)) ?? 'unsupported';
}

function verifyPssBy(scheme: PssParameters, key: Spki, message: Uint8Array, signature: Uint8Array): Answer {
  if (key.algorithm !== rsaEncryption && key.algorithm !== rsassaPss) return 'unsupported';
  const own = ownParameters(key);
  const isOwn =
    own === undefined ||
    (own.digest === scheme.digest && own.maskDigest === scheme.maskDigest && own.saltLength <= scheme.saltLength);
  const rsa = readRsaKey(key.key);
  const encoded = isOwn ? openRsa(rsa, signature) : undefined;
  if (encoded === undefined) return 'invalid';
  const bits = bitsOf(rsa.modulus) - 1;
  return verifyPssEncoding(hash, scheme, hash(scheme.digest, message), encoded, bits) ? 'valid' : 'invalid';
}

const curves: Readonly<Record<string, typeof p256>> = {
  '1.2.840.10045.3.1.7': p256,
  '1.3.132.0.34': p384,
  '1.3.132.0.35': p521,
};

function verifyEcdsa(
  { parameters, key }: Spki,
  _: OpensslDigestName,
  hashed: Uint8Array,
  signature: Uint8Array,
): Answer {
  const curve = curves[readOid(parameters.any())];
  if (curve === undefined || !isPoint(curve, key)) return 'unsupported';
  const pair = readPair(signature, curve.Point.Fn.ORDER);
  if (pair === undefined) return 'invalid';
  const compact = new Uint8Array([
    ...toOctets(pair.r, curve.Point.Fn.BYTES),
    ...toOctets(pair.s, curve.Point.Fn.BYTES),
  ]);
  return curve.verify(compact, hashed, key, { prehash: false, lowS: false, format: 'compact' }) ? 'valid' : 'invalid';
}

function isPoint(curve: typeof p256, key: Uint8Array): boolean {
  try {
    curve.Point.fromBytes(key);
    return true;
  } catch {
    return false;
  }
}

/** FIPS 186-4 4.7; `Dss-Parms ::= SEQUENCE { p, q, g }` (RFC 3279 2.3.2). */
function verifyDsa({ parameters, key }: Spki, _: OpensslDigestName, hashed: Uint8Array, signature: Uint8Array): Answer {
  const numbers = new Fields(parameters.any());
  const [p, q, g] = [readInteger(numbers.any()), readInteger(numbers.any()), readInteger(numbers.any())];
  const y = readInteger(readDer(key));
  if (p <= 0n || q <= 0n || g <= 0n || y <= 0n) return 'unsupported';
  const pair = readPair(signature, q);
  if (pair === undefined) return 'invalid';
  const { r, s } = pair;
  const inverse = invertModulo(s, q);
  const number = toNumber(hashed.subarray(0, Math.ceil(bitsOf(q) / 8)));
  const e = number >> BigInt(Math.max(0, Math.min(hashed.length, Math.ceil(bitsOf(q) / 8)) * 8 - bitsOf(q)));
  const v = (power(g, (e * inverse) % q, p) * power(y, (r * inverse) % q, p)) % p;
  return v % q === r ? 'valid' : 'invalid';
}

/** `SEQUENCE { r INTEGER, s INTEGER }`, both in (0, order); undefined for anything else. */
function readPair(signature: Uint8Array, order: bigint): { readonly r: bigint; readonly s: bigint } | undefined {
  return attempt(() => {
    const fields = new Fields(readDer(signature));
    const [r, s] = [readInteger(fields.any()), readInteger(fields.any())];
    fields.end();
    return r > 0n && r < order && s > 0n && s < order ? { r, s } : undefined;
  });
}

const toNumber = (octets: Uint8Array): bigint => {
  let hex = '0x0';
  for (const octet of octets) hex += octet.toString(16).padStart(2, '0');
  return BigInt(hex);
};

function toOctets(number: bigint, length: number): Uint8Array {
  const hex = number.toString(16).padStart(2 * length, '0');
  return Uint8Array.from({ length }, (_, at) => Number.parseInt(hex.slice(2 * at, 2 * at + 2), 16));
}

const bitsOf = (number: bigint): number => number.toString(2).length;

function power(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n;
  let square = base % modulus;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if ((left & 1n) === 1n) result = (result * square) % modulus;
    square = (square * square) % modulus;
  }
  return result;
}
