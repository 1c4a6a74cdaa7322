import {
  contextConstructed,
  elements,
  Fields,
  onlyChild,
  readBer,
  readOctetString,
  readOid,
  readSmallInteger,
  tags,
  type DerNode,
  type Limits,
} from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { cmsOids } from './oids.ts';
import { readSignerInfo, type SignerInfo } from './signer-info.ts';

/**
 *     SignedData ::= SEQUENCE {
 *       version           CMSVersion,
 *       digestAlgorithms  SET OF DigestAlgorithmIdentifier,
 *       encapContentInfo  SEQUENCE { eContentType OBJECT IDENTIFIER, eContent [0] EXPLICIT OCTET STRING OPTIONAL },
 *       certificates      [0] IMPLICIT CertificateSet OPTIONAL,
 *       crls              [1] IMPLICIT RevocationInfoChoices OPTIONAL,
 *       signerInfos       SET OF SignerInfo }
 *
 * RFC 5652 section 5.1.
 */
export interface SignedData {
  readonly version: number;
  readonly contentType: string;
  /** Absent if the signature is detached. */
  readonly content?: Uint8Array;
  /** DER of each X.509 certificate in the CMS: unordered, unchecked, not trusted. */
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  /** DER of each OCSP answer among the revocation information (RFC 5940). */
  readonly ocsps: readonly Uint8Array[];
  readonly signers: readonly SignerInfo[];
  /** What an archive timestamp covers besides the signer, each as a whole element: eContentType and everything in both sets. */
  readonly archived: () => {
    readonly contentType: Uint8Array;
    readonly certificates: readonly Uint8Array[];
    readonly revocations: readonly Uint8Array[];
  };
}

/** More signers than any agreement has; each costs a path validation. */
const mostSigners = 16;
const mostCertificates = 64;
const limits: Partial<Limits> = { elements: 20_000 };

/**
 * Reads a CMS `ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT }` that must be SignedData; BER is accepted
 * (NCALayer writes indefinite lengths). Throws EdsRefusal for everything else.
 */
export function parseSignedData(bytes: Uint8Array): SignedData {
  const info = new Fields(readBer(bytes, limits));
  if (readOid(info.any()) !== cmsOids.signedData) throw new EdsRefusal('cms-content-type', 0);
  const content = onlyChild(info.take(contextConstructed(0)));
  info.end();
  return readSignedData(content);
}

function readSignedData(node: DerNode): SignedData {
  const fields = new Fields(node);
  const version = readSmallInteger(fields.any());
  if (![1, 3, 4, 5].includes(version)) throw new EdsRefusal('cms-version', node.start);
  elements(fields.any(), tags.set);
  const encapsulated = new Fields(fields.any());
  const type = encapsulated.any();
  const content = encapsulated.optionalExplicit(0);
  encapsulated.end();
  const certificates = fields.optional(contextConstructed(0))?.children ?? [];
  const revocations = fields.optional(contextConstructed(1))?.children ?? [];
  const signers = elements(fields.any(), tags.set);
  fields.end();
  if (signers.length > mostSigners || certificates.length > mostCertificates)
    throw new EdsRefusal('cms-malformed', node.start);
  // Few signatures have archive timestamps.
  let archived: ReturnType<SignedData['archived']> | undefined;
  return {
    version,
    contentType: readOid(type),
    ...(content && { content: readOctetString(content) }),
    // Attribute certificates and the obsolete forms ([0] … [3]) prove nothing here and are ignored (section 10.2.2).
    certificates: certificates.filter(({ tag }) => tag === tags.sequence).map(({ raw }) => raw),
    crls: revocations.filter(({ tag }) => tag === tags.sequence).map(({ raw }) => raw),
    ocsps: revocations.flatMap(readOtherRevocation),
    signers: signers.map(readSignerInfo),
    archived: () =>
      (archived ??= {
        contentType: type.raw,
        certificates: certificates.map(({ raw }) => raw),
        revocations: revocations.map(({ raw }) => raw),
      }),
  };
}

/** `OtherRevocationInfoFormat ::= SEQUENCE { otherRevInfoFormat OBJECT IDENTIFIER, otherRevInfo ANY }` under [1] (section 10.2.1). */
function readOtherRevocation(node: DerNode): readonly Uint8Array[] {
  if (node.tag !== contextConstructed(1)) return [];
  const fields = new Fields(node, contextConstructed(1));
  const format = readOid(fields.any());
  const information = fields.any();
  return format === cmsOids.ocspRevocation ? [information.raw] : [];
}
