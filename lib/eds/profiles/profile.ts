import type { PinnedAnchor } from './pinned-anchor.ts';

/**
 * What a trust community requires beyond the standards, as data, chosen by name in the configuration. Times in seconds.
 */
export interface Profile {
  readonly name: string;
  /** The certificates that end a path, each for its purposes. Nothing else is trusted, wherever it came from. */
  readonly anchors: readonly PinnedAnchor[];
  /** Names of `algorithms.ts` that are allowed for a new signature, a CRL, an OCSP answer or a timestamp. */
  readonly signatureAlgorithms: readonly string[];
  /** Digests allowed for content, attributes and timestamp imprints. */
  readonly digests: readonly string[];
  /** Shorter RSA keys are refused for new signatures. */
  readonly leastRsaBits: number;
  /**
   * Whether a certificate without keyUsage or extendedKeyUsage may be used for everything, which is how RFC 5280 reads
   * their absence.
   */
  readonly usageMayBeAbsent: boolean;
  /** Extended key usages for each purpose; the signer's certificate must have one of them. */
  readonly purposes: Readonly<Record<'signature' | 'authentication', readonly string[]>>;
  /** Arcs for certificate policies: one policy of the signer must be under one of them; empty: any policy or none. */
  readonly policyArcs: readonly string[];
  /** Arcs of the timestamp policies that are accepted; empty: any. */
  readonly timestampPolicyArcs: readonly string[];
  /** How far clocks may differ. */
  readonly clockSkew: number;
  /** How long after thisUpdate an OCSP answer without nextUpdate is fresh. */
  readonly ocspLifetime: number;
  /**
   * An OCSP answer that came with the signature can say "good" if it is within this time before or after the reference
   * time.
   */
  readonly embeddedOcspWindow: number;
  /**
   * Whether revoked certificates stay on the authority's lists after their expiry, so that a later list proves
   * something about them.
   */
  readonly listsKeepExpired: boolean;
  /** Whether a timestamp is required. */
  readonly timestampRequired: boolean;
  /** What follows if an algorithm is older than its date in `algorithms/lifetimes.ts`: a warning, unless it is refused. */
  readonly agedAlgorithms?: 'refuse';
}

const day = 86_400;

const rsaAndEcdsa = ['SHA-256', 'SHA-384', 'SHA-512'].flatMap((digest) => [
  `RSASSA-PKCS1-v1_5-${digest}`,
  `RSASSA-PSS-${digest}`,
  `ECDSA-${digest}`,
]);

/**
 * The national certification authority (НУЦ РК). Anchors come from the configuration: docs/eds.md says how to compare
 * them.
 */
export const kzNca: Profile = {
  name: 'kz-nca',
  anchors: [],
  signatureAlgorithms: [...rsaAndEcdsa, 'GOST-34.310-2004', 'GOST-34.10-2015-512'],
  digests: ['SHA-256', 'SHA-384', 'SHA-512', 'GOST-34.311-95', 'GOST-34.11-2015-512'],
  leastRsaBits: 2048,
  usageMayBeAbsent: false,
  purposes: {
    signature: ['1.3.6.1.5.5.7.3.4'],
    // Certificates of the 2022 generation serve both purposes with one key, and name only emailProtection.
    authentication: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4'],
  },
  policyArcs: ['1.2.398.3.3.2'],
  timestampPolicyArcs: ['1.2.398.3.3.2.6'],
  clockSkew: 300,
  ocspLifetime: day,
  // As the card of an electronic document asks.
  embeddedOcspWindow: 300,
  listsKeepExpired: false,
  timestampRequired: false,
};

/** The demo authority of `npm start`: the national rules, but without required policy identifiers. */
export const demo: Profile = {
  ...kzNca,
  name: 'demo',
  policyArcs: [],
  timestampPolicyArcs: [],
  listsKeepExpired: true,
};

/** Tests and foreign material: only what the standards require. */
export const test: Profile = {
  ...demo,
  name: 'test',
  usageMayBeAbsent: true,
  purposes: {
    signature: ['1.3.6.1.5.5.7.3.4', '2.5.29.37.0'],
    authentication: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4', '2.5.29.37.0'],
  },
};
