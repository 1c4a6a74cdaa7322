import type { PinnedAnchor } from './pinned-anchor.ts';

/** What a trust community demands beyond the standards: data, chosen by name in configuration. Times in seconds. */
export interface Profile {
  readonly name: string;
  /** The certificates that end a path, each for its purposes. Nothing else is trusted, wherever it came from. */
  readonly anchors: readonly PinnedAnchor[];
  /** Names of `algorithms.ts` that a new signature, a CRL, an OCSP answer or a timestamp may bear. */
  readonly signatureAlgorithms: readonly string[];
  /** Digests allowed for content, attributes and timestamp imprints. */
  readonly digests: readonly string[];
  /** Shorter RSA keys are refused for new signatures. */
  readonly leastRsaBits: number;
  /** Whether a certificate without keyUsage or extendedKeyUsage is good for everything, as RFC 5280 reads their absence. */
  readonly usageMayBeAbsent: boolean;
  /** Extended key usages of which the signer's certificate must have one, for each purpose. */
  readonly purposes: Readonly<Record<'signature' | 'authentication', readonly string[]>>;
  /** Arcs under which one certificate policy of the signer must lie; none: any policy or none. */
  readonly policyArcs: readonly string[];
  /** Arcs of the timestamp policies that are accepted; none: any. */
  readonly timestampPolicyArcs: readonly string[];
  /** How far clocks may differ. */
  readonly clockSkew: number;
  /** An OCSP answer without nextUpdate is fresh for so long after thisUpdate. */
  readonly ocspLifetime: number;
  /** An OCSP answer that came with the signature says "good" within so long of the reference time, on either side. */
  readonly embeddedOcspWindow: number;
  /** Whether revoked certificates stay on the authority's lists after their expiry, so that a later list proves something about them. */
  readonly listsKeepExpired: boolean;
  /** Whether a timestamp must be there. */
  readonly timestampRequired: boolean;
}

const day = 86_400;

const rsaAndEcdsa = ['SHA-256', 'SHA-384', 'SHA-512'].flatMap((digest) => [
  `RSASSA-PKCS1-v1_5-${digest}`,
  `RSASSA-PSS-${digest}`,
  `ECDSA-${digest}`,
]);

/** The national certification authority (НУЦ РК). Anchors come from configuration: docs/eds.md says how they are compared. */
export const kzNca: Profile = {
  name: 'kz-nca',
  anchors: [],
  signatureAlgorithms: [...rsaAndEcdsa, 'GOST-34.310-2004', 'GOST-34.10-2015-512'],
  digests: ['SHA-256', 'SHA-384', 'SHA-512', 'GOST-34.311-95', 'GOST-34.11-2015-512'],
  leastRsaBits: 2048,
  usageMayBeAbsent: false,
  purposes: {
    signature: ['1.3.6.1.5.5.7.3.4'],
    // Certificates of the 2022 generation serve both purposes with one key and name emailProtection alone.
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

/** The demo authority of `npm start`: the national rules without its policy identifiers' obligation. */
export const demo: Profile = {
  ...kzNca,
  name: 'demo',
  policyArcs: [],
  timestampPolicyArcs: [],
  listsKeepExpired: true,
};

/** Tests and foreign material: what the standards demand, no more. */
export const test: Profile = {
  ...demo,
  name: 'test',
  usageMayBeAbsent: true,
  purposes: {
    signature: ['1.3.6.1.5.5.7.3.4', '2.5.29.37.0'],
    authentication: ['1.3.6.1.5.5.7.3.2', '1.3.6.1.5.5.7.3.4', '2.5.29.37.0'],
  },
};
