import { attempt } from '../attempt.ts';
import { elements, Fields } from '../der.ts';
import type { Attribute } from './attributes.ts';

/**
 *     RevocationValues ::= SEQUENCE {
 *       crlVals       [0] SEQUENCE OF CertificateList OPTIONAL,
 *       ocspVals      [1] SEQUENCE OF BasicOCSPResponse OPTIONAL,
 *       otherRevVals  [2] OtherRevVals OPTIONAL }
 *
 * RFC 5126 section 6.3.4: the DER of lists and answers that came with a signature. They are evidence like any other, checked like any other;
 * a malformed attribute is evidence that is not there.
 */
export function readRevocationValues(attributes: readonly Attribute[]): {
  crls: readonly Uint8Array[];
  ocsps: readonly Uint8Array[];
} {
  const values = attributes.flatMap((attribute) => attribute.values);
  return {
    crls: values.flatMap((value) => attempt(() => readList(new Fields(value), 0)) ?? []),
    ocsps: values.flatMap((value) => attempt(() => readList(new Fields(value), 1)) ?? []),
  };
}

function readList(fields: Fields, number: 0 | 1): readonly Uint8Array[] {
  const crls = fields.optionalExplicit(0);
  const wanted = number === 0 ? crls : fields.optionalExplicit(1);
  return wanted === undefined ? [] : elements(wanted).map(({ raw }) => raw);
}
