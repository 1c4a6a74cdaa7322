import type { AlgorithmIdentifier } from '../algorithms.ts';
import { attempt } from '../attempt.ts';
import {
  context,
  contextConstructed,
  Fields,
  onlyChild,
  readOctetString,
  readSmallInteger,
  readTime,
  tags,
  type DerNode,
} from '../der.ts';
import { oids } from '../oid.ts';
import { EdsRefusal } from '../refusal.ts';
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import { serialOf } from '../x509/certificate.ts';
import { readExtensions, readExtensionValue, type Extension } from '../x509/extension.ts';

/**
 *     CertID ::= SEQUENCE {
 *       hashAlgorithm   AlgorithmIdentifier,
 *       issuerNameHash  OCTET STRING,         -- of the issuer's name in DER
 *       issuerKeyHash   OCTET STRING,         -- of the issuer's BIT STRING content
 *       serialNumber    CertificateSerialNumber }
 *
 * RFC 6960 section 4.1.1.
 */
export interface CertId {
  readonly hashAlgorithm: AlgorithmIdentifier;
  readonly issuerNameHash: Uint8Array;
  readonly issuerKeyHash: Uint8Array;
  /** Hex, comparable with `Certificate.serial`. */
  readonly serial: string;
}

/** `CertStatus ::= CHOICE { good [0], revoked [1] RevokedInfo, unknown [2] }`; the reason is a CRLReason (RFC 5280 5.3.1). */
export type OcspStatus =
  | { readonly kind: 'good' | 'unknown' }
  | { readonly kind: 'revoked'; readonly revokedAt: Date; readonly reason?: number };

/**
 *     SingleResponse ::= SEQUENCE {
 *       certID            CertID,
 *       certStatus        CertStatus,
 *       thisUpdate        GeneralizedTime,
 *       nextUpdate        [0] EXPLICIT GeneralizedTime OPTIONAL,
 *       singleExtensions  [1] EXPLICIT Extensions OPTIONAL }
 */
export interface SingleResponse {
  readonly certId: CertId;
  readonly status: OcspStatus;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  readonly extensions: readonly Extension[];
  /** RFC 5280 5.3.2, by RFC 6960 4.4.5. If it cannot be read, the status counts from its own date. */
  readonly invalidSince?: Date;
}

export function readSingleResponse(node: DerNode): SingleResponse {
  const fields = new Fields(node);
  const certId = readCertId(fields.any());
  const status = readStatus(fields.any());
  const thisUpdate = readTime(fields.any(), { fraction: true });
  const nextUpdate = fields.optionalExplicit(0);
  const more = fields.optionalExplicit(1);
  fields.end();
  const extensions = more === undefined ? [] : readExtensions(more);
  const invalidSince = readExtensionValue(extensions, oids.extension.invalidityDate, (value) =>
    attempt(() => readTime(value)),
  );
  return {
    certId,
    status,
    thisUpdate,
    ...(nextUpdate && { nextUpdate: readTime(nextUpdate, { fraction: true }) }),
    extensions,
    ...(invalidSince && { invalidSince }),
  };
}

function readCertId(node: DerNode): CertId {
  const fields = new Fields(node);
  const certId = {
    hashAlgorithm: readAlgorithmIdentifier(fields.any()),
    issuerNameHash: readOctetString(fields.any()),
    issuerKeyHash: readOctetString(fields.any()),
    serial: serialOf(fields.any()),
  };
  fields.end();
  return certId;
}

function readStatus(node: DerNode): OcspStatus {
  if (node.tag === context(0)) return { kind: 'good' };
  if (node.tag === context(2)) return { kind: 'unknown' };
  if (node.tag !== contextConstructed(1)) throw new EdsRefusal('ocsp-malformed', node.start);
  const fields = new Fields(node, contextConstructed(1));
  const revokedAt = readTime(fields.any(), { fraction: true });
  const reason = fields.optional(contextConstructed(0));
  fields.end();
  return {
    kind: 'revoked',
    revokedAt,
    ...(reason && { reason: readSmallInteger(onlyChild(reason), tags.enumerated) }),
  };
}
