import {
  authorityInformation,
  authorityKeyIdentifier,
  basicConstraints,
  certificatePolicies,
  crlDistributionPoint,
  extendedKeyUsage,
  freshestCrl,
  keyStoreKind,
  keyUsage,
  ocspNoCheck,
  subjectKeyIdentifier,
} from './extension.ts';
import type { Der } from '../../signing/der-writer.ts';
import type { KeyFamily } from '../../signing/signing-key.ts';

/** Purposes by extended key usage; the national arc says for whom the certificate is (1.2.398.3.3.4.1). */
export const purposes = {
  emailProtection: '1.3.6.1.5.5.7.3.4',
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  individual: '1.2.398.3.3.4.1.1',
  organisation: '1.2.398.3.3.4.1.2',
  firstHead: '1.2.398.3.3.4.1.2.1',
  rightToSign: '1.2.398.3.3.4.1.2.2',
  employee: '1.2.398.3.3.4.1.2.5',
} as const;

export type PersonRole = 'individual' | 'employee' | 'rightToSign' | 'firstHead';

/** The addresses of lists and services in the authority's own certificates. Nobody has to fetch from them. */
export interface Addresses {
  readonly crl: string;
  readonly deltaCrl?: string;
  readonly issuer?: string;
  readonly ocsp?: string;
}

interface Identifiers {
  readonly own: Uint8Array;
  readonly issuer: Uint8Array;
}

const roles = {
  individual: [purposes.individual],
  employee: [purposes.organisation, purposes.employee],
  rightToSign: [purposes.organisation, purposes.rightToSign],
  firstHead: [purposes.organisation, purposes.firstHead],
} as const satisfies Record<PersonRole, readonly string[]>;

const isSecondGeneration = (family: KeyFamily): boolean => family === 'gost-2015';

/** Policies: one for all in the 2022 generation; before it, one for each owner and purpose. */
const policyOf = (family: KeyFamily, role: PersonRole, purpose: 'signature' | 'authentication'): string => {
  if (isSecondGeneration(family)) return '1.2.398.3.3.2';
  if (role !== 'individual') return purpose === 'signature' ? '1.2.398.3.3.2.1' : '1.2.398.3.3.2.2';
  return purpose === 'signature' ? '1.2.398.3.3.2.3' : '1.2.398.3.3.2.4';
};

const located = ({ crl, deltaCrl, issuer, ocsp }: Addresses): Der[] => [
  crlDistributionPoint(crl),
  ...(deltaCrl ? [freshestCrl(deltaCrl)] : []),
  ...(issuer || ocsp ? [authorityInformation({ ...(issuer && { issuer }), ...(ocsp && { ocsp }) })] : []),
];

const identified = ({ own, issuer }: Identifiers): Der[] => [authorityKeyIdentifier(issuer), subjectKeyIdentifier(own)];

/** A root has no distribution point: it is revoked only by removing it from the pinned anchors. */
export const rootExtensions = (own: Uint8Array): Der[] => [
  basicConstraints(true),
  keyUsage('keyCertSign', 'cRLSign'),
  subjectKeyIdentifier(own),
];

export const intermediateExtensions = (identifiers: Identifiers, addresses: Addresses): Der[] => [
  basicConstraints(true),
  keyUsage('keyCertSign', 'cRLSign'),
  ...identified(identifiers),
  certificatePolicies('1.2.398.3.3.1.1', '1.2.398.3.3.2'),
  ...located(addresses),
];

/** The 2022 generation has one key for signing and signing in; before it, there are two certificates. */
export const personExtensions = (
  family: KeyFamily,
  role: PersonRole,
  purpose: 'signature' | 'authentication',
  identifiers: Identifiers,
  addresses: Addresses,
): Der[] => [
  isSecondGeneration(family)
    ? keyUsage('digitalSignature', 'nonRepudiation', 'keyEncipherment')
    : keyUsage('digitalSignature', purpose === 'signature' ? 'nonRepudiation' : 'keyEncipherment'),
  extendedKeyUsage([
    purpose === 'signature' ? purposes.emailProtection : purposes.clientAuthentication,
    ...roles[role],
  ]),
  ...identified(identifiers),
  certificatePolicies(policyOf(family, role, purpose)),
  ...(isSecondGeneration(family) ? [keyStoreKind] : []),
  ...located(addresses),
];

export const ocspResponderExtensions = (identifiers: Identifiers): Der[] => [
  extendedKeyUsage([purposes.ocspSigning]),
  ...identified(identifiers),
  ocspNoCheck,
];

/** RFC 3161 2.3: timeStamping alone, critical. */
export const timestampExtensions = (identifiers: Identifiers, addresses: Addresses): Der[] => [
  extendedKeyUsage([purposes.timeStamping], true),
  ...identified(identifiers),
  ...located(addresses),
];
