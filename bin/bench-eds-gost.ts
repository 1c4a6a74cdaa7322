import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import { gost2004Curve, gost2015Curve, type Curve, type Point } from '../lib/eds/gost/curve.ts';
import { invertModulo } from '../lib/eds/gost/field.ts';
import { readLittleEndian } from '../lib/eds/gost/little-endian.ts';
import { readGostPublicKey } from '../lib/eds/gost/public-key.ts';
import { digestInteger, verifyGostSignature } from '../lib/eds/gost/signature.ts';
import { generateKey } from '../lib/local/authority/key-pairs.ts';
import { seededRandom } from '../lib/local/authority/random.ts';
import { measureTogether, row } from './bench-eds-measure.ts';

/** Raw verification, without the digest: digest, key and signature are read already. */
export async function benchGost(): Promise<readonly string[]> {
  return [
    ...(await benchCurve('gost-2015', gost2015Curve, '(target 6,000)', ' (target 2.5)')),
    ...(await benchCurve('gost-2004', gost2004Curve)),
  ];
}

async function benchCurve(
  family: 'gost-2015' | 'gost-2004',
  curve: Curve,
  target = '',
  ratio = '',
): Promise<readonly string[]> {
  const random = seededRandom(family);
  const key = await generateKey(family, random);
  const message = Buffer.from('message');
  const digest = key.digest(message);
  const signature = key.sign(message, random);
  const { point } = readGostPublicKey(key.spki)!;
  const noble = nobleVerification(curve, point, digest, signature);
  if (!verifyGostSignature(curve, point, digest, signature) || !noble())
    throw new Error('the bench’s own signature is refused');
  const works = [() => verifyGostSignature(curve, point, digest, signature), noble];
  const [ours, theirs] = (await measureTogether(15, works)) as [number, number];
  return [
    row(`${family}: verification`, ours, target),
    row(`${family}: the same by @noble/curves`, theirs, `ours ${(theirs / ours).toFixed(1)} times as fast${ratio}`),
  ];
}

/** The same equation with the other library's points, whose base point is precomputed like ours. */
function nobleVerification(curve: Curve, key: Point, digest: Uint8Array, signature: Uint8Array): () => boolean {
  const { p, q, b, baseX, baseY, bits } = curve;
  const points = weierstrass({ p, n: q, h: 1n, a: p - 3n, b, Gx: baseX, Gy: baseY });
  points.BASE.precompute(8);
  const length = bits / 8;
  return () => {
    const r = readLittleEndian(signature.subarray(0, length));
    const s = readLittleEndian(signature.subarray(length));
    const v = invertModulo(digestInteger(digest, q), q);
    const own = points.fromAffine(key);
    own.assertValidity();
    const sum = points.BASE.multiplyUnsafe((s * v) % q).add(own.multiplyUnsafe(((q - r) * v) % q));
    return sum.toAffine().x % q === r;
  };
}
