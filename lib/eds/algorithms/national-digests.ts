import { gost34311 } from '../gost/gost34311.ts';
import { streebog512 } from '../gost/streebog.ts';
import type { DigestAlgorithm } from './digests.ts';

export const gost34311Digest: DigestAlgorithm = {
  ...{ name: 'GOST-34.311-95', oid: '1.2.398.3.10.1.3.1', length: 32, rate: 0.25, weak: false },
  compute: gost34311,
};
export const streebogDigest: DigestAlgorithm = {
  ...{ name: 'GOST-34.11-2015-512', oid: '1.2.398.3.10.1.3.3', length: 64, rate: 0.12, weak: false },
  compute: streebog512,
};

/** The digests that the national authority's CMS and timestamps name (see docs/eds.md). */
export const nationalDigests: readonly DigestAlgorithm[] = [gost34311Digest, streebogDigest];
