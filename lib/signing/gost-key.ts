import { gost2004Curve, gost2015Curve, type Curve } from '../eds/gost/curve.ts';
import { Fields, readDer, readInteger, readOctetString, readOid } from '../eds/der.ts';
import { gost34311Digest, streebogDigest } from '../eds/algorithms/national-digests.ts';
import { readLittleEndian, writeLittleEndian } from '../eds/gost/little-endian.ts';
import { digestInteger } from '../eds/gost/signature.ts';
import { bitString, integer, joined, nothing, octetString, oid, sequence, type Der } from './der-writer.ts';
import { systemRandom, type RandomSource } from './random.ts';
import { KeyFileRefusal } from './pkcs12/refusal.ts';
import type { SigningKey } from './signing-key.ts';

interface Generation {
  readonly curve: Curve;
  readonly keyAlgorithm: Der;
  readonly signatureAlgorithm: Der;
  readonly digestAlgorithm: Der;
  readonly digest: (message: Uint8Array) => Uint8Array;
  /** The content of the OCTET STRING of a PrivateKeyInfo. */
  readonly writePrivate: (d: bigint) => Der;
}

/** As the authority writes them: its private keys differ by generation in type and byte order. */
const generations = {
  'gost-2015': {
    curve: gost2015Curve,
    keyAlgorithm: sequence(
      oid('1.2.398.3.10.1.1.2.2'),
      sequence(oid('1.2.398.3.10.1.1.2.2.1'), oid('1.2.398.3.10.1.3.3')),
    ),
    signatureAlgorithm: sequence(oid('1.2.398.3.10.1.1.2.3.2'), nothing),
    digestAlgorithm: sequence(oid('1.2.398.3.10.1.3.3'), nothing),
    digest: streebogDigest.compute,
    writePrivate: (d) => octetString(writeLittleEndian(d, 64)),
  },
  'gost-2004': {
    curve: gost2004Curve,
    keyAlgorithm: sequence(
      oid('1.2.398.3.10.1.1.1.1'),
      sequence(oid('1.2.398.3.10.1.1.1.1.1'), oid('1.2.398.3.10.1.3.1.1.0')),
    ),
    signatureAlgorithm: sequence(oid('1.2.398.3.10.1.1.1.2'), nothing),
    digestAlgorithm: sequence(oid('1.2.398.3.10.1.3.1'), nothing),
    digest: gost34311Digest.compute,
    writePrivate: (d) => integer(d),
  },
} as const satisfies Record<'gost-2015' | 'gost-2004', Generation>;

export type GostFamily = keyof typeof generations;

export const generateGostKey = (family: GostFamily, random: RandomSource): SigningKey =>
  gostKey(family, scalar(generations[family].curve, random));

/**
 * The key with the private scalar d, 0 < d < q. The time depends on d. So it is only for a person's own machine, where
 * anyone who could measure the time could also read the key file, and for demo keys; never for a key on a server.
 */
export function gostKey(family: GostFamily, d: bigint): SigningKey {
  const generation: Generation = generations[family];
  const { curve, keyAlgorithm, digest } = generation;
  const { x, y } = curve.multiplyBase(d);
  const length = curve.bits / 8;
  const point = joined([writeLittleEndian(x, length), writeLittleEndian(y, length)]);
  return {
    family,
    spki: sequence(keyAlgorithm, bitString(octetString(point))),
    pkcs8: sequence(integer(0), keyAlgorithm, octetString(generation.writePrivate(d))),
    signatureAlgorithm: generation.signatureAlgorithm,
    digestAlgorithm: generation.digestAlgorithm,
    digest,
    sign: (message, random = systemRandom) => signDigest(curve, d, digest(message), random),
  };
}

/** r || s, each little-endian: r = (k·P).x mod q, s = r·d + k·e mod q (RFC 7091 section 6.1). */
function signDigest(curve: Curve, d: bigint, digest: Uint8Array, random: RandomSource): Uint8Array {
  const { q } = curve;
  const e = digestInteger(digest, q);
  for (;;) {
    const k = scalar(curve, random);
    const r = curve.multiplyBase(k).x % q;
    const s = (r * d + k * e) % q;
    if (r !== 0n && s !== 0n) return joined([r, s].map((half) => writeLittleEndian(half, curve.bits / 8)));
  }
}

/** Uniform in (0, q): draws 64 bits more than q has, so that the remainder's bias is below 2^-64. */
const scalar = ({ q, bits }: Curve, random: RandomSource): bigint =>
  (readLittleEndian(random(bits / 8 + 8)) % (q - 1n)) + 1n;

/**
 * The GOST key of a PrivateKeyInfo (RFC 5958); undefined if it is of another algorithm.
 *
 * @throws KeyFileRefusal for a number that is no private key of the curve
 */
export function readGostKey(pkcs8: Uint8Array): SigningKey | undefined {
  const info = new Fields(readDer(pkcs8));
  info.any();
  const algorithm = readOid(new Fields(info.any()).any());
  const octets = readOctetString(info.any());
  const inRange = (family: GostFamily, d: bigint): SigningKey => {
    if (d <= 0n || d >= generations[family].curve.q) throw new KeyFileRefusal('not-key-file');
    return gostKey(family, d);
  };
  if (algorithm === '1.2.398.3.10.1.1.2.2')
    return inRange('gost-2015', readLittleEndian(readOctetString(readDer(octets))));
  if (algorithm === '1.2.398.3.10.1.1.1.1') return inRange('gost-2004', readInteger(readDer(octets)));
  return undefined;
}
