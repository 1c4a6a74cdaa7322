import { startGost34311 } from '../gost/gost34311.ts';
import { startStreebog512 } from '../gost/streebog.ts';
import type { DigestAlgorithm } from './digests.ts';
import type { RunningDigest } from '../running-digest.ts';

const wholeBy = (start: () => RunningDigest) => (message: Uint8Array) => {
  const running = start();
  running.update(message);
  return running.finish();
};

/** Both hash about 30 octets in a microsecond. */
const national = { rate: 0.05, weak: false };

export const gost34311Digest: DigestAlgorithm = {
  ...{ ...national, name: 'GOST-34.311-95', oid: '1.2.398.3.10.1.3.1', length: 32 },
  ...{ compute: wholeBy(startGost34311), start: startGost34311 },
};
export const streebogDigest: DigestAlgorithm = {
  ...{ ...national, name: 'GOST-34.11-2015-512', oid: '1.2.398.3.10.1.3.3', length: 64 },
  ...{ compute: wholeBy(startStreebog512), start: startStreebog512 },
};

/** The digests that the national authority's CMS and timestamps name (see docs/eds.md). */
export const nationalDigests: readonly DigestAlgorithm[] = [gost34311Digest, streebogDigest];
