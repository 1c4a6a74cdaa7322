import { createPublicKey, verify } from 'node:crypto';
import * as pkijs from 'pkijs';
import { EdsCache, verifyEds } from '../lib/eds/verify.ts';
import type { Signer } from '../lib/signing/signer-info.ts';
import { measureEvenly, row } from './bench-eds-measure.ts';
import { at, makeRsaScene } from './bench-eds-scene.ts';

/** Signature, path of two certificates under a pinned root, list of 10,000 lines, person, report. */
export async function benchRsa(): Promise<readonly string[]> {
  // Each citizen is new when their turn comes, as in practice: a cache keeps 256.
  const { root, authority, signer, known, strangers, input } = await makeRsaScene(1100);
  const cache = new EdsCache();
  let turn = 0;
  const passes = (cms: Uint8Array): void => {
    const { verdict } = verifyEds({ ...input, cms, cache });
    if (verdict !== 'passed') throw new Error(`the bench's own signature is ${verdict}`);
  };
  const nextStranger = () => passes(strangers[turn++ % strangers.length]!);
  const withoutCache = () => {
    if (verifyEds({ ...input, cms: known, cache: new EdsCache() }).verdict !== 'passed') throw new Error('not passed');
  };
  // Warm: a server's code is compiled after its first thousand requests.
  for (let call = 0; call < 1500; call++) {
    passes(known);
    nextStranger();
  }
  const works = [
    () => passes(known),
    nextStranger,
    () => verifyByPkijs(known, input.content, [root.certificate, authority.certificate]),
    rawVerification(signer),
  ];
  const [again, anew, theirs, raw] = (await measureEvenly(works)) as [number, number, number, number];
  const [alone] = (await measureEvenly([withoutCache])) as [number];
  // `verifications`: those that the check really makes. What the cache remembers of the authority and the lists is not
  // verified again.
  const compared = (ours: number, verifications: number): string =>
    `${(theirs / ours).toFixed(0)} × pkijs, ${((100 * verifications * raw) / ours).toFixed(0)} % of the limit of ${verifications}`;
  const wanted = ' (targets 100 × and 45 ×)';
  return [
    row('RSA: full check with report, signer seen before', again, compared(again, 1) + wanted),
    row('RSA: full check with report, signer never seen', anew, compared(anew, 2) + wanted),
    row('RSA: full check with report, nothing seen, the list read too', alone, compared(alone, 5)),
    row('RSA: pkijs, signature and path of the same CMS, no lists', theirs),
    row('RSA: the limit, one raw verification by OpenSSL, key imported', raw),
    `memory of one verification above its input: ${memoryOf(nextStranger).toFixed(2)} MB (target 5)`,
  ];
}

export function rawVerification({ privateKey }: Signer): () => boolean {
  const message = Buffer.alloc(200, 7);
  const signature = privateKey.sign(message);
  const key = createPublicKey({ key: Buffer.from(privateKey.spki), format: 'der', type: 'spki' });
  return () => verify('sha256', message, key, signature);
}

export async function verifyByPkijs(
  cms: Uint8Array,
  content: Uint8Array,
  authorities: readonly Uint8Array[],
): Promise<boolean> {
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(cms).buffer);
  const signedData = new pkijs.SignedData({ schema: info.content });
  const trustedCerts = authorities.map((der) => pkijs.Certificate.fromBER(Uint8Array.from(der).buffer));
  const verified = await signedData.verify({
    signer: 0,
    data: Uint8Array.from(content).buffer,
    checkChain: true,
    trustedCerts,
    checkDate: at,
  });
  if (!verified) throw new Error('pkijs does not accept the signature');
  return verified;
}

function memoryOf(work: () => unknown): number {
  const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().external;
  // A garbage collection in between would give a negative number; the largest of several is near the truth.
  const taken = Array.from({ length: 20 }, () => {
    const before = used();
    work();
    return used() - before;
  });
  return Math.max(...taken) / 1e6;
}
