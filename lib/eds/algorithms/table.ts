import type { DigestName } from './digests.ts';
import type { OpensslDigestName } from './digest-names.ts';

/**
 * How a signature is verified. `bare-*`: the identifier names only the key; CMS takes the digest from digestAlgorithm.
 */
export type SignatureScheme =
  | { readonly kind: 'rsa-pkcs1' | 'ecdsa' | 'dsa'; readonly digest: OpensslDigestName }
  | { readonly kind: 'rsa-pss'; readonly digest?: OpensslDigestName }
  | { readonly kind: 'gost-2004'; readonly digest: 'GOST-34.311-95' }
  | { readonly kind: 'gost-2015-512'; readonly digest: 'GOST-34.11-2015-512' }
  | { readonly kind: 'bare-rsa' | 'bare-ec' | 'bare-dsa' }
  /** Known by name, deliberately not verified: there is no published sample to test against. */
  | { readonly kind: 'unsupported' };

export interface SignatureAlgorithm {
  /** The name in reports and on the command line. */
  readonly name: string;
  /** Dotted object identifier; the PSS names share one, and their digest is in the parameters. */
  readonly oid: string;
  readonly scheme: SignatureScheme;
}

const row = (name: string, oid: string, scheme: SignatureScheme): SignatureAlgorithm => ({ name, oid, scheme });

const rsaDigests = {
  MD5: 4,
  'SHA-1': 5,
  'SHA-224': 14,
  'SHA-256': 11,
  'SHA-384': 12,
  'SHA-512': 13,
  'SHA-512/224': 15,
  'SHA-512/256': 16,
} satisfies Record<OpensslDigestName, number>;
const pssDigests = ['SHA-1', 'SHA-224', 'SHA-256', 'SHA-384', 'SHA-512', 'SHA-512/224', 'SHA-512/256'] as const;
const ecdsaDigests = { 'SHA-224': 1, 'SHA-256': 2, 'SHA-384': 3, 'SHA-512': 4 } as const;
const dsaDigests = { 'SHA-224': 1, 'SHA-256': 2, 'SHA-384': 3, 'SHA-512': 4 } as const;
const entries = <K extends string>(object: Readonly<Record<K, number>>): [K, number][] =>
  Object.entries(object) as [K, number][];

/** id-RSASSA-PSS, RFC 4055 section 3. */
export const pssOid = '1.2.840.113549.1.1.10';

/** RFC 4055, RFC 3279, RFC 5758; the national ones from the authority's own sample files. */
export const signatureAlgorithms: readonly SignatureAlgorithm[] = [
  ...entries(rsaDigests).map(([digest, arc]) =>
    row(`RSASSA-PKCS1-v1_5-${digest}`, `1.2.840.113549.1.1.${arc}`, { kind: 'rsa-pkcs1', digest }),
  ),
  row('RSASSA-PSS', pssOid, { kind: 'rsa-pss' }),
  ...pssDigests.map((digest) => row(`RSASSA-PSS-${digest}`, pssOid, { kind: 'rsa-pss', digest })),
  row('ECDSA-SHA-1', '1.2.840.10045.4.1', { kind: 'ecdsa', digest: 'SHA-1' }),
  ...entries(ecdsaDigests).map(([digest, arc]) =>
    row(`ECDSA-${digest}`, `1.2.840.10045.4.3.${arc}`, { kind: 'ecdsa', digest }),
  ),
  row('DSA-SHA-1', '1.2.840.10040.4.3', { kind: 'dsa', digest: 'SHA-1' }),
  ...entries(dsaDigests).map(([digest, arc]) =>
    row(`DSA-${digest}`, `2.16.840.1.101.3.4.3.${arc}`, { kind: 'dsa', digest }),
  ),
  row('GOST-34.310-2004', '1.2.398.3.10.1.1.1.2', { kind: 'gost-2004', digest: 'GOST-34.311-95' }),
  row('GOST-34.10-2015-512', '1.2.398.3.10.1.1.2.3.2', { kind: 'gost-2015-512', digest: 'GOST-34.11-2015-512' }),
  row('RSA', '1.2.840.113549.1.1.1', { kind: 'bare-rsa' }),
  row('EC', '1.2.840.10045.2.1', { kind: 'bare-ec' }),
  row('DSA', '1.2.840.10040.4.1', { kind: 'bare-dsa' }),
  row('GOST-34.10-2015-256', '1.2.398.3.10.1.1.2.3.1', { kind: 'unsupported' }),
  row('MD2-RSA', '1.2.840.113549.1.1.2', { kind: 'unsupported' }),
];

const byOid = new Map(signatureAlgorithms.toReversed().map((algorithm) => [algorithm.oid, algorithm]));
const byName = new Map(signatureAlgorithms.map((algorithm) => [algorithm.name, algorithm]));

/**
 * The algorithm of a dotted OID or of a name of the table, such as `ECDSA-SHA-384`; undefined if unknown (as is Gamma).
 */
export function findSignatureAlgorithm(oidOrName: string): SignatureAlgorithm | undefined {
  return byOid.get(oidOrName) ?? byName.get(oidOrName);
}

/**
 * The combined algorithm that a bare key identifier and a digest mean together (RFC 5652 10.1.2, RFC 5754 section 3).
 */
export function combineWithDigest(
  kind: 'bare-rsa' | 'bare-ec' | 'bare-dsa',
  digest: DigestName,
): SignatureAlgorithm | undefined {
  const prefix = { 'bare-rsa': 'RSASSA-PKCS1-v1_5', 'bare-ec': 'ECDSA', 'bare-dsa': 'DSA' }[kind];
  return byName.get(`${prefix}-${digest}`);
}
