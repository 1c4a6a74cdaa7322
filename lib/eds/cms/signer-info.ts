import type { AlgorithmIdentifier } from '../algorithms.ts';
import { attempt } from '../attempt.ts';
import {
  context,
  contextConstructed,
  equalBytes,
  Fields,
  readOctetString,
  readSmallInteger,
  tags,
  toHex,
  writeDer,
  writeSetOf,
  type DerNode,
} from '../der.ts';
import { readIssuerName, type Name } from '../name.ts';
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
  /** What is signed if there are attributes: the octets that arrived, under the tag of SET OF (section 5.4). */
  readonly signedAttributesDer?: Uint8Array;
  /** The same in DER, if they arrived in another form: section 5.4 has the signer sign DER, whatever form is sent. */
  readonly signedAttributesInDer?: () => readonly Uint8Array[];
  readonly unsignedAttributes: readonly Attribute[];
  /** What an archive timestamp covers: every field as it arrived, without the unsigned attributes. */
  readonly archived: () => readonly Uint8Array[];
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
  const signedAttributesDer = signed && writeDer(tags.set, signed.content);
  // The identifier's own tag says which kind it is. A version that does not match changes nothing that is read, and no
  // signature covers it. Other versions may mean a syntax that nobody knows.
  if (version !== 1 && version !== 3) throw new EdsRefusal('cms-version', node.start);
  return {
    sid,
    digestAlgorithm,
    signatureAlgorithm,
    signature,
    ...(signed &&
      signedAttributesDer && {
        signedAttributes: readAttributes(signed, contextConstructed(0)),
        signedAttributesDer,
        signedAttributesInDer: () => inDer(signed, signedAttributesDer),
      }),
    unsignedAttributes: unsigned === undefined ? [] : readAttributes(unsigned, contextConstructed(1)),
    archived: () => node.children.filter((child) => child !== unsigned).map(({ raw }) => raw),
  };
}

/**
 * Attributes longer than this (octets) are not written again in DER: even the longest genuine ones contain only a few
 * timestamps of some kilobytes.
 */
const mostReordered = 64 * 1024;

/** An Attribute, its SET, and no value. */
const levelsOfSets = 3;

/**
 * Signers write either only the attributes and the sets of their values in DER, or everything down to the last element
 * of a value. Empty if the octets arrived this way already, or cannot be written this way.
 */
function inDer(signed: DerNode, arrived: Uint8Array): readonly Uint8Array[] {
  if (arrived.length > mostReordered) return [];
  const written = [levelsOfSets, Number.POSITIVE_INFINITY].flatMap(
    (levels) => attempt(() => writeSetOf(signed, levels)) ?? [],
  );
  return written.filter(
    (octets, place) => ![arrived, ...written.slice(0, place)].some((other) => equalBytes(octets, other)),
  );
}

function readSignerIdentifier(node: DerNode): SignerIdentifier {
  if (node.tag === context(0) || node.tag === contextConstructed(0)) {
    return { kind: 'key-identifier', keyIdentifier: toHex(readOctetString(node, context(0))) };
  }
  const fields = new Fields(node);
  const issuer = readIssuerName(fields.any());
  const serial = serialOf(fields.any());
  fields.end();
  return { kind: 'issuer-and-serial', issuer, serial };
}
