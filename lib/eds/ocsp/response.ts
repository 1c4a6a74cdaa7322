import type { AlgorithmIdentifier } from '../algorithms.ts';
import {
  contextConstructed,
  elements,
  Fields,
  onlyChild,
  readBitStringOctets,
  readDer,
  readOctetString,
  readOid,
  readSmallInteger,
  readTime,
  tags,
  toHex,
  type DerNode,
} from '../der.ts';
import { cmsOids } from '../cms/oids.ts';
import { readName, type Name } from '../name.ts';
import { EdsRefusal } from '../refusal.ts';
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import { readExtensions, type Extension } from '../x509/extension.ts';
import { readSingleResponse, type SingleResponse } from './single-response.ts';

/** `ResponderID ::= CHOICE { byName [1] Name, byKey [2] KeyHash }`; the hash is SHA-1 of the key's bits, in hex. */
export type ResponderId =
  { readonly kind: 'name'; readonly name: Name } | { readonly kind: 'key'; readonly keyHash: string };

/**
 *     BasicOCSPResponse ::= SEQUENCE {
 *       tbsResponseData ResponseData, signatureAlgorithm AlgorithmIdentifier, signature BIT STRING,
 *       certs [0] EXPLICIT SEQUENCE OF Certificate OPTIONAL }
 *     ResponseData ::= SEQUENCE {
 *       version [0] EXPLICIT Version DEFAULT v1, responderID ResponderID, producedAt GeneralizedTime,
 *       responses SEQUENCE OF SingleResponse, responseExtensions [1] EXPLICIT Extensions OPTIONAL }
 *
 * RFC 6960 section 4.2.1.
 */
export interface OcspResponse {
  readonly der: Uint8Array;
  /** The octets that are signed. */
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
  readonly responderId: ResponderId;
  readonly producedAt: Date;
  readonly responses: readonly SingleResponse[];
  readonly extensions: readonly Extension[];
  /** DER of the certificates in the response. */
  readonly certificates: readonly Uint8Array[];
}

/** `embedded`: it came with the signature or a timestamp, chosen by their maker; otherwise the verifier fetched it. */
export interface GivenAnswer extends OcspResponse {
  readonly embedded: boolean;
}

const limits = { bytes: 1024 * 1024, elements: 20_000 };

/**
 * Reads an `OCSPResponse ::= SEQUENCE { responseStatus ENUMERATED, responseBytes [0] EXPLICIT SEQUENCE { responseType,
 * response } }`, or only a BasicOCSPResponse, as in revocation-values. Throws EdsRefusal: `ocsp-not-successful` for a
 * status other than 0.
 */
export function parseOcspResponse(der: Uint8Array): OcspResponse {
  const root = readDer(der, limits);
  const fields = new Fields(root);
  if (fields.next?.tag !== tags.enumerated) return readBasicResponse(root);
  if (readSmallInteger(fields.any(), tags.enumerated) !== 0) throw new EdsRefusal('ocsp-not-successful', root.start);
  const bytes = new Fields(onlyChild(fields.take(contextConstructed(0))));
  fields.end();
  if (readOid(bytes.any()) !== cmsOids.ocspBasic) throw new EdsRefusal('ocsp-response-type', root.start);
  const basic = readOctetString(bytes.any());
  bytes.end();
  return readBasicResponse(readDer(basic, limits));
}

function readBasicResponse(node: DerNode): OcspResponse {
  const fields = new Fields(node);
  const tbs = fields.take(tags.sequence);
  const signatureAlgorithm = readAlgorithmIdentifier(fields.any());
  const signature = readBitStringOctets(fields.any());
  const certificates = fields.optionalExplicit(0);
  fields.end();
  return {
    der: node.raw,
    tbs: tbs.raw,
    signatureAlgorithm,
    signature,
    ...readResponseData(tbs),
    certificates: certificates === undefined ? [] : elements(certificates).map(({ raw }) => raw),
  };
}

function readResponseData(node: DerNode) {
  const fields = new Fields(node);
  const version = fields.optionalExplicit(0);
  if (version !== undefined && readSmallInteger(version) !== 0) throw new EdsRefusal('ocsp-malformed', node.start);
  const responderId = readResponderId(fields.any());
  const producedAt = readTime(fields.any(), { fraction: true });
  const responses = elements(fields.any()).map(readSingleResponse);
  const extensions = fields.optionalExplicit(1);
  fields.end();
  return { responderId, producedAt, responses, extensions: extensions === undefined ? [] : readExtensions(extensions) };
}

function readResponderId(node: DerNode): ResponderId {
  if (node.tag === contextConstructed(1)) return { kind: 'name', name: readName(onlyChild(node)) };
  if (node.tag === contextConstructed(2)) return { kind: 'key', keyHash: toHex(readOctetString(onlyChild(node))) };
  throw new EdsRefusal('ocsp-malformed', node.start);
}
