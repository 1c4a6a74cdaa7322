import { findDigest } from '../algorithms.ts';
import { Budget } from '../budget.ts';
import { fromHex } from '../bytes.ts';
import { parseSignedData } from '../cms/signed-data.ts';
import { readDer, tags, writeDer } from '../der.ts';
import type { Message } from '../message.ts';
import { EdsRefusal } from '../refusal.ts';
import { parseHashIndex } from '../tsp/hash-index.ts';
import { Covered } from '../verify/covered.ts';
import { Work } from '../work.ts';
import { attribute, openSignerInfos, splice } from './splice.ts';

const oids = {
  archiveTimestamp: fromHex('060604008d450204'),
  hashIndex: fromHex('060704008195320105'),
};

/** What an authority is asked to stamp for an archive timestamp of one signature (EN 319 122-1 5.5.3). */
export interface Archivable {
  /** DER of the AlgorithmIdentifier of the digest, that of the signer. */
  readonly algorithm: Uint8Array;
  readonly digest: Uint8Array;
  /** DER of the ATSHashIndexV3: it covers everything that the signature has now. */
  readonly index: Uint8Array;
}

/**
 * What is to be stamped of each signature, in the CMS's order.
 *
 * @param content what was signed, also if it is attached
 * @throws EdsRefusal if the CMS cannot be read, or a digest is unknown or weak
 */
export function readArchivable(cms: Uint8Array, content: Message): readonly Archivable[] {
  const signedData = parseSignedData(cms);
  const { certificates, revocations } = signedData.archived();
  const work = new Work(Budget.unlimited());
  return openSignerInfos(cms).map(({ node }, place) => {
    const signer = signedData.signers[place]!;
    const digest = findDigest(signer.digestAlgorithm.oid);
    if (digest === undefined || digest.weak) throw new EdsRefusal('cms-malformed', node.start);
    const hashes = (elements: readonly Uint8Array[]) =>
      writeDer(tags.sequence, ...elements.map((element) => writeDer(tags.octetString, work.digest(digest, element))));
    const covered = new Covered({ signedData, signer, content }, work);
    const algorithm = node.children[2]!.raw;
    const index = writeDer(
      tags.sequence,
      algorithm,
      ...[certificates, revocations, covered.attributes].map((elements) => hashes(elements)),
    );
    // Unreadable here would be unreadable in thirty years.
    const stamped = covered.stampedWith(parseHashIndex(readDer(index)));
    if (stamped === undefined) throw new EdsRefusal('cms-malformed', node.start);
    return { algorithm, digest: stamped(digest), index };
  });
}

/** DER of a token, and of the index that it stamps. */
export interface Indexed {
  readonly token: Uint8Array;
  readonly index: Uint8Array;
}

/**
 * The attribute: the token with its index.
 *
 * @throws EdsRefusal
 */
export const archiveAttribute = ({ token, index }: Indexed): Uint8Array =>
  attribute(oids.archiveTimestamp, splice(token, { attributes: [[attribute(oids.hashIndex, index)]] }));

/**
 * Puts archive timestamps into a CMS.
 *
 * @param tokens for each signature in the CMS's order
 * @throws EdsRefusal
 */
export const spliceArchiveTimestamps = (cms: Uint8Array, tokens: readonly Indexed[]): Uint8Array =>
  splice(cms, { attributes: tokens.map((each) => [archiveAttribute(each)]) });
