import type { AlgorithmIdentifier } from '../algorithms.ts';
import {
  context,
  contextConstructed,
  Fields,
  readOctetString,
  readSmallInteger,
  tags,
  toHex,
  writeDer,
  type DerNode,
} from '../der.ts';
import { readName, type Name } from '../name.ts';
import { EdsRefusal } from '../refusal.ts';
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import { serialOf } from '../x509/certificate.ts';
import { readAttributes, type Attribute } from './attributes.ts';

/** `SignerIdentifier ::= CHOICE { issuerAndSerialNumber, subjectKeyIdentifier [0] }` (RFC 5652 section 5.3); numbers in hex. */
export type SignerIdentifier =
  | { readonly kind: 'issuer-and-serial'; readonly issuer: Name; readonly serial: string }
  | { readonly kind: 'key-identifier'; readonly keyIdentifier: string };

/**
 *     SignerInfo ::= SEQUENCE {
 *       version             CMSVersion,          -- 1 with issuerAndSerialNumber, 3 with subjectKeyIdentifier
 *       sid                 SignerIdentifier,
 *       digestAlgorithm     DigestAlgorithmIdentifier,
 *       signedAttrs         [0] IMPLICIT SignedAttributes OPTIONAL,
 *       signatureAlgorithm  SignatureAlgorithmIdentifier,
 *       signature           OCTET STRING,
 *       unsignedAttrs       [1] IMPLICIT UnsignedAttributes OPTIONAL }
 */
export interface SignerInfo {
  readonly sid: SignerIdentifier;
  readonly digestAlgorithm: AlgorithmIdentifier;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly signedAttributes?: readonly Attribute[];
  /** What is signed when there are attributes: the octets that arrived, under the tag of SET OF (section 5.4). */
  readonly signedAttributesDer?: Uint8Array;
  readonly unsignedAttributes: readonly Attribute[];
}

export function readSignerInfo(node: DerNode): SignerInfo {
  const fields = new Fields(node);
  const version = readSmallInteger(fields.any());
  const sid = readSignerIdentifier(fields.any());
  const digestAlgorithm = readAlgorithmIdentifier(fields.any());
  const signed = fields.optional(contextConstructed(0));
  const signatureAlgorithm = readAlgorithmIdentifier(fields.any());
  const signature = readOctetString(fields.any());
  const unsigned = fields.optional(contextConstructed(1));
  fields.end();
  if (version !== (sid.kind === 'issuer-and-serial' ? 1 : 3)) throw new EdsRefusal('cms-version', node.start);
  return {
    sid,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    ...(signed && {
      signedAttributes: readAttributes(signed, contextConstructed(0)),
      signedAttributesDer: writeDer(tags.set, signed.content),
    }),
    unsignedAttributes: unsigned === undefined ? [] : readAttributes(unsigned, contextConstructed(1)),
  };
}

function readSignerIdentifier(node: DerNode): SignerIdentifier {
  if (node.tag === context(0) || node.tag === contextConstructed(0)) {
    return { kind: 'key-identifier', keyIdentifier: toHex(readOctetString(node, context(0))) };
  }
  const fields = new Fields(node);
  const issuer = readName(fields.any());
  const serial = serialOf(fields.any());
  fields.end();
  return { kind: 'issuer-and-serial', issuer, serial };
}
