import { oids } from '../oid.ts';
import { readDistributionPoints, type DistributionPoint } from './distribution-point.ts';
import { ExtensionTable } from './extension-table.ts';
import { readAuthorityInfoAccess, type AccessDescription } from './extensions/authority-info-access.ts';
import { readBasicConstraints, type BasicConstraints } from './extensions/basic-constraints.ts';
import {
  readAuthorityKeyIdentifier,
  readSubjectKeyIdentifier,
  type AuthorityKeyIdentifier,
} from './extensions/key-identifiers.ts';
import { readExtendedKeyUsage, readKeyUsage, type KeyUsage } from './extensions/key-usage.ts';
import { readNameConstraints, type NameConstraints } from './extensions/name-constraints.ts';
import {
  readCertificatePolicies,
  readInhibitAnyPolicy,
  readPolicyConstraints,
  readPolicyMappings,
  type PolicyConstraints,
  type PolicyInformation,
  type PolicyMapping,
} from './extensions/policies.ts';
import { readGeneralNames, type GeneralName } from './general-name.ts';

/** The extensions of a certificate on which path validation, revocation and identity depend (RFC 5280 4.2). */
export interface CertificateExtensions {
  readonly authorityKeyIdentifier?: AuthorityKeyIdentifier;
  /** Hex. */
  readonly subjectKeyIdentifier?: string;
  readonly keyUsage?: KeyUsage;
  /** Dotted OIDs. */
  readonly extendedKeyUsage?: ReadonlySet<string>;
  readonly basicConstraints?: BasicConstraints;
  readonly subjectAltName?: readonly GeneralName[];
  readonly nameConstraints?: NameConstraints;
  readonly certificatePolicies?: readonly PolicyInformation[];
  readonly policyMappings?: readonly PolicyMapping[];
  readonly policyConstraints?: PolicyConstraints;
  readonly inhibitAnyPolicy?: number;
  readonly crlDistributionPoints?: readonly DistributionPoint[];
  readonly freshestCrl?: readonly DistributionPoint[];
  readonly authorityInfoAccess?: readonly AccessDescription[];
}

export const certificateExtensions = new ExtensionTable<CertificateExtensions>(
  {
    authorityKeyIdentifier: readAuthorityKeyIdentifier,
    subjectKeyIdentifier: readSubjectKeyIdentifier,
    keyUsage: readKeyUsage,
    extendedKeyUsage: readExtendedKeyUsage,
    basicConstraints: readBasicConstraints,
    subjectAltName: (node) => readGeneralNames(node),
    nameConstraints: readNameConstraints,
    certificatePolicies: readCertificatePolicies,
    policyMappings: readPolicyMappings,
    policyConstraints: readPolicyConstraints,
    inhibitAnyPolicy: readInhibitAnyPolicy,
    crlDistributionPoints: readDistributionPoints,
    freshestCrl: readDistributionPoints,
    authorityInfoAccess: readAuthorityInfoAccess,
  },
  // Only its presence counts: RFC 6960 4.2.2.2.1 requires NULL, but the national authority's responders have an empty
  // value.
  [oids.extension.ocspNoCheck],
);
