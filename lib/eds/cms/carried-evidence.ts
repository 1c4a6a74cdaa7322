import { attempt } from '../attempt.ts';
import { elements, Fields, type DerNode } from '../der.ts';
import type { Attribute } from './attributes.ts';
import { cmsOids } from './oids.ts';

/** DER of the evidence in unsigned attributes. */
export interface CarriedEvidence {
  readonly certificates: readonly Uint8Array[];
  readonly crls: readonly Uint8Array[];
  readonly ocsps: readonly Uint8Array[];
}

/** The same limit as for a SignedData. */
const mostCertificates = 64;

/**
 *     CertificateValues ::= SEQUENCE OF Certificate
 *     RevocationValues ::= SEQUENCE {
 *       crlVals       [0] SEQUENCE OF CertificateList OPTIONAL,
 *       ocspVals      [1] SEQUENCE OF BasicOCSPResponse OPTIONAL,
 *       otherRevVals  [2] OtherRevVals OPTIONAL }
 *
 * RFC 5126 sections 6.3.3, 6.3.4: evidence that came with a signature or a timestamp. It is checked like any other
 * evidence; a malformed attribute counts as absent.
 */
export function readCarriedEvidence(attributes: readonly Attribute[]): CarriedEvidence {
  const valuesOf = (oid: string): readonly DerNode[] =>
    attributes.filter((attribute) => attribute.oid === oid).flatMap(({ values }) => values);
  const certificates = valuesOf(cmsOids.certificateValues).flatMap((value) => attempt(() => elements(value)) ?? []);
  const revocations = valuesOf(cmsOids.revocationValues);
  return {
    certificates: certificates.slice(0, mostCertificates).map(({ raw }) => raw),
    crls: revocations.flatMap((value) => attempt(() => readList(new Fields(value), 0)) ?? []),
    ocsps: revocations.flatMap((value) => attempt(() => readList(new Fields(value), 1)) ?? []),
  };
}

function readList(fields: Fields, number: 0 | 1): readonly Uint8Array[] {
  const crls = fields.optionalExplicit(0);
  const wanted = number === 0 ? crls : fields.optionalExplicit(1);
  return wanted === undefined ? [] : elements(wanted).map(({ raw }) => raw);
}
