import { readDer, type DerNode } from '../der.ts';
import { oids } from '../oid.ts';
import { readDistributionPoints, type DistributionPoint } from './distribution-point.ts';
import type { Extension } from './extension.ts';
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

/** The extensions of a certificate that path validation, revocation and identity are decided by (RFC 5280 4.2). */
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

const readers = {
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
} as const satisfies { [Field in keyof CertificateExtensions]-?: (node: DerNode) => CertificateExtensions[Field] };

const fieldByOid: ReadonlyMap<string, keyof CertificateExtensions> = new Map(
  (Object.keys(readers) as (keyof CertificateExtensions)[]).map((field) => [oids.extension[field], field]),
);

/** Reads every known extension; a malformed one refuses the whole certificate, critical or not. */
export const readCertificateExtensions = (extensions: readonly Extension[]): CertificateExtensions =>
  Object.fromEntries(
    extensions.flatMap(({ oid, value }) => {
      const field = fieldByOid.get(oid);
      return field === undefined ? [] : [[field, readers[field](readDer(value))]];
    }),
  );

/** RFC 5280 4.2: a critical extension that is not processed refuses the certificate. These dotted OIDs are not. */
export const unknownCritical = (extensions: readonly Extension[]): readonly string[] =>
  extensions.filter(({ oid, critical }) => critical && !fieldByOid.has(oid)).map(({ oid }) => oid);
