import { Fields, readBoolean, type DerNode } from '../der.ts';
import {
  readDistributionPointName,
  readReasonFlags,
  type DistributionPointName,
  type ReasonFlags,
} from '../x509/distribution-point.ts';

/**
 * `IssuingDistributionPoint ::= SEQUENCE { distributionPoint [0] DistributionPointName OPTIONAL,
 *   onlyContainsUserCerts [1] BOOLEAN DEFAULT FALSE, onlyContainsCACerts [2] BOOLEAN DEFAULT FALSE,
 *   onlySomeReasons [3] ReasonFlags OPTIONAL, indirectCRL [4] BOOLEAN DEFAULT FALSE,
 *   onlyContainsAttributeCerts [5] BOOLEAN DEFAULT FALSE }` (RFC 5280 5.2.5)
 */
export interface IssuingDistributionPoint {
  readonly name?: DistributionPointName;
  readonly onlyUserCertificates: boolean;
  readonly onlyCaCertificates: boolean;
  readonly onlyAttributeCertificates: boolean;
  readonly onlySomeReasons?: ReasonFlags;
  readonly indirect: boolean;
}

export const readIssuingDistributionPoint = (node: DerNode): IssuingDistributionPoint => {
  const fields = new Fields(node);
  const flag = (tag: number): boolean => {
    const given = fields.optional(tag);
    return given !== undefined && readBoolean(given, tag);
  };
  const name = fields.optional(0xa0);
  const onlyUserCertificates = flag(0x81);
  const onlyCaCertificates = flag(0x82);
  const reasons = fields.optional(0x83);
  const indirect = flag(0x84);
  const onlyAttributeCertificates = flag(0x85);
  fields.end();
  return {
    ...(name && { name: readDistributionPointName(name) }),
    onlyUserCertificates,
    onlyCaCertificates,
    onlyAttributeCertificates,
    ...(reasons && { onlySomeReasons: readReasonFlags(reasons, 0x83) }),
    indirect,
  };
};
