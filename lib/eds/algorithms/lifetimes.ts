import type { DigestName } from './digests.ts';
import { sizeOfKey } from './key-bounds.ts';
import { findSignatureAlgorithm } from './table.ts';

/** From this day on an algorithm is no longer recommended. `algorithm`: its name, with the size of the key if that decides. */
export interface AlgorithmEnd {
  readonly algorithm: string;
  readonly until: Date;
}

/**
 * ETSI TS 119 312 V1.5.1, as the validation policy of EU DSS 6.4 has it (UpdateDate 2024-10-13); read on 30 November 2026. What is
 * not here has no date: SHA-256 and longer, ECDSA from 256 bits on, RSASSA-PSS and DSA from 3000 bits on. The standard does not treat
 * GOST, and the national authority has published no date. Look for a later version once a year.
 */
const digests: Partial<Readonly<Record<DigestName, string>>> = {
  MD5: '2004-08-01',
  'SHA-1': '2012-08-01',
  'SHA-224': '2029-01-01',
};

/** The first row of a kind whose keys are long enough counts. Sizes in bits. */
const keys: readonly {
  readonly kind: 'rsa-pkcs1' | 'rsa-pss' | 'dsa';
  readonly below: number;
  readonly until: string;
}[] = [
  { kind: 'rsa-pkcs1', below: 1024, until: '2010-08-01' },
  { kind: 'rsa-pkcs1', below: 1900, until: '2019-10-01' },
  { kind: 'rsa-pkcs1', below: Number.POSITIVE_INFINITY, until: '2029-01-01' },
  { kind: 'rsa-pss', below: 1024, until: '2010-08-01' },
  { kind: 'rsa-pss', below: 1900, until: '2019-10-01' },
  { kind: 'rsa-pss', below: 3000, until: '2029-01-01' },
  { kind: 'dsa', below: 1900, until: '2015-12-01' },
  { kind: 'dsa', below: 3000, until: '2029-01-01' },
];

const endsOfDigests = new Map(
  Object.entries(digests).map(([algorithm, until]) => [algorithm, { algorithm, until: new Date(until) }]),
);

/** Undefined if it has no date. */
export const endOfDigest = (name: DigestName): AlgorithmEnd | undefined => endsOfDigests.get(name);

/** Certificates of authorities are asked about again and again as the same bytes object. */
const known = new WeakMap<Uint8Array, Map<string, AlgorithmEnd | undefined>>();

/**
 * Of a signature by this algorithm (a name of the table) with this key (DER SubjectPublicKeyInfo): the end of the key or of the digest,
 * whichever is first.
 */
export function endOfSignature(name: string, spki: Uint8Array): AlgorithmEnd | undefined {
  const byName = known.get(spki) ?? new Map<string, AlgorithmEnd | undefined>();
  if (byName.has(name)) return byName.get(name);
  const scheme = findSignatureAlgorithm(name)?.scheme;
  const end =
    scheme && firstEnd(endOfKey(scheme.kind, name, spki), 'digest' in scheme ? endOfDigest(scheme.digest) : undefined);
  known.set(spki, byName.set(name, end));
  return end;
}

function endOfKey(kind: string, name: string, spki: Uint8Array): AlgorithmEnd | undefined {
  const size = sizeOfKey(spki);
  const bits = size !== undefined && 'modulus' in size ? size.modulus : 0;
  const row = keys.find((each) => each.kind === kind && bits < each.below);
  return row && { algorithm: `${name}, ${bits}`, until: new Date(row.until) };
}

export const firstEnd = (one: AlgorithmEnd | undefined, other: AlgorithmEnd | undefined): AlgorithmEnd | undefined =>
  one !== undefined && (other === undefined || one.until <= other.until) ? one : other;
