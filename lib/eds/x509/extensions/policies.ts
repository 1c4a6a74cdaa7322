import { elements, Fields, readOid, readSmallInteger, tags, type DerNode } from '../../der.ts';
import { EdsRefusal } from '../../refusal.ts';

/**
 * `PolicyInformation ::= SEQUENCE { policyIdentifier CertPolicyId, policyQualifiers SEQUENCE SIZE (1..MAX) OF
 * PolicyQualifierInfo OPTIONAL }`, `PolicyQualifierInfo ::= SEQUENCE { policyQualifierId OBJECT IDENTIFIER, qualifier
 * ANY }` (RFC 5280 4.2.1.4). Dotted OIDs. No decision depends on the content of qualifiers, but an unknown qualifier
 * forbids the use of a critical extension.
 */
export interface PolicyInformation {
  readonly policy: string;
  readonly qualifiers: readonly string[];
}

const readQualifier = (node: DerNode): string => {
  const fields = new Fields(node);
  const oid = readOid(fields.any());
  fields.any();
  fields.end();
  return oid;
};

const readPolicyInformation = (node: DerNode): PolicyInformation => {
  const fields = new Fields(node);
  const policy = readOid(fields.any());
  const qualifiers = fields.optional(tags.sequence);
  fields.end();
  if (qualifiers?.children.length === 0) throw new EdsRefusal('extension-malformed', qualifiers.start);
  return { policy, qualifiers: qualifiers ? elements(qualifiers).map(readQualifier) : [] };
};

/** RFC 5280 4.2.1.4: a policy may occur only once. */
export const readCertificatePolicies = (node: DerNode): readonly PolicyInformation[] => {
  const policies = elements(node).map(readPolicyInformation);
  if (policies.length === 0) throw new EdsRefusal('extension-malformed', node.start);
  if (new Set(policies.map(({ policy }) => policy)).size < policies.length) {
    throw new EdsRefusal('extension-duplicate', node.start);
  }
  return policies;
};

/** `SEQUENCE { issuerDomainPolicy CertPolicyId, subjectDomainPolicy CertPolicyId }` (RFC 5280 4.2.1.5) */
export interface PolicyMapping {
  readonly issuerDomainPolicy: string;
  readonly subjectDomainPolicy: string;
}

export const readPolicyMappings = (node: DerNode): readonly PolicyMapping[] =>
  elements(node).map((mapping) => {
    const fields = new Fields(mapping);
    const issuerDomainPolicy = readOid(fields.any());
    const subjectDomainPolicy = readOid(fields.any());
    fields.end();
    return { issuerDomainPolicy, subjectDomainPolicy };
  });

/**
 * `PolicyConstraints ::= SEQUENCE { requireExplicitPolicy [0] SkipCerts OPTIONAL, inhibitPolicyMapping [1] SkipCerts OPTIONAL }`
 * (RFC 5280 4.2.1.11)
 */
export interface PolicyConstraints {
  readonly requireExplicitPolicy?: number;
  readonly inhibitPolicyMapping?: number;
}

export const readPolicyConstraints = (node: DerNode): PolicyConstraints => {
  const fields = new Fields(node);
  const explicit = fields.optional(0x80);
  const mapping = fields.optional(0x81);
  fields.end();
  if (explicit === undefined && mapping === undefined) throw new EdsRefusal('extension-malformed', node.start);
  return {
    ...(explicit && { requireExplicitPolicy: readSmallInteger(explicit, 0x80) }),
    ...(mapping && { inhibitPolicyMapping: readSmallInteger(mapping, 0x81) }),
  };
};

/** `InhibitAnyPolicy ::= SkipCerts` (RFC 5280 4.2.1.14) */
export const readInhibitAnyPolicy = (node: DerNode): number => readSmallInteger(node);

/** id-qt-cps and id-qt-unotice, the qualifiers that RFC 5280 4.2.1.4 defines. */
const knownQualifiers: ReadonlySet<string> = new Set(['1.3.6.1.5.5.7.2.1', '1.3.6.1.5.5.7.2.2']);

/** Dotted OIDs of qualifiers that cannot be interpreted: if the extension is critical, they must not be ignored. */
export const unknownQualifiers = (policies: readonly PolicyInformation[]): readonly string[] =>
  policies.flatMap(({ qualifiers }) => qualifiers.filter((oid) => !knownQualifiers.has(oid)));
