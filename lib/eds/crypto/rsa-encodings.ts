import { concatBytes, compareBytes, fromHex } from '../bytes.ts';
import type { OpensslDigestName } from '../algorithms/digest-names.ts';
import type { PssParameters } from '../algorithms/pss.ts';

/** The DER of `DigestInfo ::= SEQUENCE { digestAlgorithm, digest OCTET STRING }` up to the digest (RFC 8017 9.2, note 1). */
const prefixes: Readonly<Record<OpensslDigestName, string>> = {
  MD5: '3020300c06082a864886f70d020505000410',
  'SHA-1': '3021300906052b0e03021a05000414',
  'SHA-224': '302d300d06096086480165030402040500041c',
  'SHA-256': '3031300d060960864801650304020105000420',
  'SHA-384': '3041300d060960864801650304020205000430',
  'SHA-512': '3051300d060960864801650304020305000440',
  'SHA-512/224': '302d300d06096086480165030402050500041c',
  'SHA-512/256': '3031300d060960864801650304020605000420',
};

/**
 * The only correct encoding of a digest (RFC 8017 9.2), 00 01 FF … FF 00 DigestInfo, in this many octets; undefined if
 * it does not fit. It is compared as a whole with the signature's content, so none of that content is parsed.
 */
export function encodePkcs1(name: OpensslDigestName, digest: Uint8Array, length: number): Uint8Array | undefined {
  const info = concatBytes([fromHex(prefixes[name]), digest]);
  const padding = length - info.length - 3;
  if (padding < 8) return undefined;
  return concatBytes([Uint8Array.of(0, 1), new Uint8Array(padding).fill(0xff), Uint8Array.of(0), info]);
}

type Hash = (name: OpensslDigestName, message: Uint8Array) => Uint8Array;

/**
 * EMSA-PSS-VERIFY (RFC 8017 9.1.2) of a digest against the signature's content; `bits`: one less than the bits of the
 * modulus.
 */
export function verifyPssEncoding(
  hash: Hash,
  { digest, maskDigest, saltLength }: PssParameters,
  hashed: Uint8Array,
  whole: Uint8Array,
  bits: number,
): boolean {
  const length = Math.ceil(bits / 8);
  // With a modulus of 8n + 1 bits there is one more octet in front, which must be zero.
  const encoded = whole.subarray(whole.length - length);
  const maskedLength = length - hashed.length - 1;
  const unused = 0xff & ~(0xff >> (8 * length - bits));
  const isFormed =
    maskedLength >= saltLength + 1 &&
    whole.subarray(0, whole.length - length).every((octet) => octet === 0) &&
    encoded[length - 1] === 0xbc &&
    ((encoded[0] ?? 0) & unused) === 0;
  if (!isFormed) return false;
  const seed = encoded.subarray(maskedLength, length - 1);
  const mask = maskOf(hash, maskDigest, seed, maskedLength);
  const block = encoded.subarray(0, maskedLength).map((octet, at) => octet ^ mask[at]!);
  block[0]! &= ~unused;
  const start = maskedLength - saltLength - 1;
  if (block.subarray(0, start).some((octet) => octet !== 0) || block[start] !== 1) return false;
  const sealed = concatBytes([new Uint8Array(8), hashed, block.subarray(start + 1)]);
  return compareBytes(hash(digest, sealed), seed) === 0;
}

/** MGF1 (RFC 8017 B.2.1). */
function maskOf(hash: Hash, name: OpensslDigestName, seed: Uint8Array, length: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let counter = 0, have = 0; have < length; counter++) {
    const count = new Uint8Array(4);
    new DataView(count.buffer).setUint32(0, counter);
    const piece = hash(name, concatBytes([seed, count]));
    pieces.push(piece);
    have += piece.length;
  }
  return concatBytes(pieces).subarray(0, length);
}
