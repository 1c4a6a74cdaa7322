import { findDigest, prepareVerification, type DigestAlgorithm } from './algorithms.ts';
import { attempt } from './attempt.ts';
import { Budget } from './budget.ts';
import type { Attribute } from './cms/attributes.ts';
import { cmsOids } from './cms/oids.ts';
import { combineAlgorithms } from './cms/signer-algorithm.ts';
import { findSignerCertificates } from './cms/signer-certificate.ts';
import type { SignedData } from './cms/signed-data.ts';
import type { SignerInfo } from './cms/signer-info.ts';
import type { Digests } from './message.ts';
import type { EdsInput } from './verify.ts';
import { readImprintDigest } from './tsp/timestamp-token.ts';
import { openSignature } from './verify/open-signature.ts';
import { mostArchiveTimestamps } from './verify/archive-timestamps.ts';
import { mostTokens } from './verify/timestamp.ts';
import type { Certificate } from './x509/certificate.ts';

/** Microseconds of hashing before others are served. */
const pieceMicroseconds = 4_000;
/** The budget for reading who signed; no signature is verified here. */
const mostMicroseconds = 20_000;

/**
 * Hashes the content once with every algorithm that `verifyEds` will need, in pieces of some milliseconds. Between two
 * pieces, `rest` lets other work run. Algorithms for which no certificate has a key are left out: a megabyte of content
 * without a key is not hashed.
 *
 *     verifyEds({ ...input, contentDigests: await hashContent(input, () => setImmediate()) })
 */
export async function hashContent(input: EdsInput, rest: () => Promise<unknown>): Promise<Digests> {
  const digests = new Map<string, Uint8Array>();
  const opened = openSignature(input, new Budget(mostMicroseconds));
  const content = opened?.signedData.content ?? input.content;
  if (opened === undefined || content === undefined) return digests;
  const { signedData, context } = opened;
  for (const algorithm of neededDigests(signedData, content.length, context.certificates)) {
    const running = algorithm.start();
    const piece = Math.ceil(pieceMicroseconds / algorithm.rate);
    for (let at = 0; at < content.length; at += piece) {
      if (at > 0) await rest();
      running.update(content.subarray(at, at + piece));
    }
    digests.set(algorithm.oid, running.finish());
  }
  return digests;
}

function neededDigests(
  { signers }: SignedData,
  length: number,
  certificates: readonly Certificate[],
): readonly DigestAlgorithm[] {
  const needed = signers.flatMap((signer) => {
    const named = findSignerCertificates(signer.sid, certificates);
    return named.flatMap((certificate) => neededBy(signer, length, certificate) ?? []);
  });
  return [...new Set([...needed, ...(needed.length > 0 ? signers.flatMap(stampedWith) : [])])];
}

/** With attributes the content's digest is compared; without them a signature over it is verified, if possible. */
function neededBy(signer: SignerInfo, length: number, { publicKey }: Certificate): DigestAlgorithm | undefined {
  const algorithm = combineAlgorithms(signer.digestAlgorithm, signer.signatureAlgorithm);
  if ('refused' in algorithm) return undefined;
  if (signer.signedAttributes !== undefined) return algorithm.digest;
  const verification = prepareVerification(algorithm.identifier, publicKey.der, signer.signature);
  return typeof verification === 'string' ? undefined : verification.digestOf(length);
}

/** By which the content, or what contains its digest, was stamped. */
function stampedWith({ signedAttributes = [], unsignedAttributes }: SignerInfo): readonly DigestAlgorithm[] {
  const valuesOf = (attributes: readonly Attribute[], oid: string, most: number) =>
    attributes.flatMap((each) => (each.oid === oid ? each.values : [])).slice(0, most);
  return [
    ...valuesOf(signedAttributes, cmsOids.contentTimestamp, mostTokens),
    ...valuesOf(unsignedAttributes, cmsOids.archiveTimestamp, mostArchiveTimestamps),
  ].flatMap(({ raw }) => {
    const oid = attempt(() => readImprintDigest(raw));
    return (oid === undefined ? undefined : findDigest(oid)) ?? [];
  });
}
