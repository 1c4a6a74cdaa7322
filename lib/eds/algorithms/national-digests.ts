import { gost34311 } from '../gost/gost34311.ts';
import { streebog512 } from '../gost/streebog.ts';
import type { DigestAlgorithm } from './digests.ts';

/** The digests that the national authority's CMS and timestamps name (see docs/eds.md). */
export const nationalDigests: readonly DigestAlgorithm[] = [
  { name: 'GOST-34.311-95', oid: '1.2.398.3.10.1.3.1', length: 32, weak: false, digest: gost34311 },
  { name: 'GOST-34.11-2015-512', oid: '1.2.398.3.10.1.3.3', length: 64, weak: false, digest: streebog512 },
];
