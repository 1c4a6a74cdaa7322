import { findDigest } from '../algorithms.ts';
import { parseSignedData } from '../cms/signed-data.ts';
import { cmsOids } from '../cms/oids.ts';
import { Fields, readOctetString, readOid } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { Work } from '../work.ts';
import { openSignerInfos } from './splice.ts';

/** What an authority is asked to stamp of a signature, and what the signature has already. */
export interface Stampable {
  /** DER of the AlgorithmIdentifier of the digest. */
  readonly algorithm: Uint8Array;
  /** Of the signature value (RFC 5126 6.1.1), by the digest with which the signer signed. */
  readonly digest: Uint8Array;
  readonly hasTimestamp: boolean;
  readonly hasRevocationValues: boolean;
}

/** The signatures of a CMS, in its order. Throws EdsRefusal. */
export function readSignatures(cms: Uint8Array): readonly Stampable[] {
  const { signers } = parseSignedData(cms);
  return openSignerInfos(cms).map(({ node, signature }, place) => {
    const algorithm = node.children[2]!;
    const digest = findDigest(readOid(new Fields(algorithm).any()));
    if (digest === undefined) throw new EdsRefusal('cms-malformed', node.start);
    const has = (oid: string) => signers[place]!.unsignedAttributes.some((each) => each.oid === oid);
    return {
      algorithm: algorithm.raw,
      digest: new Work().digest(digest, readOctetString(signature)),
      hasTimestamp: has(cmsOids.signatureTimestamp),
      hasRevocationValues: has(cmsOids.revocationValues),
    };
  });
}
