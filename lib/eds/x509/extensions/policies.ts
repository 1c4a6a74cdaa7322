import { elements, Fields, readOid, readSmallInteger, type DerNode } from '../../der.ts';
import { EdsRefusal } from '../../refusal.ts';

/**
 * `PolicyInformation ::= SEQUENCE { policyIdentifier CertPolicyId, policyQualifiers SEQUENCE OF PolicyQualifierInfo OPTIONAL }`
 * (RFC 5280 4.2.1.4). Qualifiers are told, never decided by.
 */
export interface PolicyInformation {
  readonly policy: string;
  readonly qualifiers?: Uint8Array;
}

const readPolicyInformation = (node: DerNode): PolicyInformation => {
  const fields = new Fields(node);
  const policy = readOid(fields.any());
  const qualifiers = fields.optional(0x30);
  fields.end();
  return qualifiers === undefined ? { policy } : { policy, qualifiers: qualifiers.raw };
};

/** RFC 5280 4.2.1.4: a policy stands only once. */
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
