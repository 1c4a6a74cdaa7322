import { EdsCache } from '../../eds/verify.ts';
import { findProfile } from '../../eds/profiles/find-profile.ts';
import { sha256Hex } from '../../domain/digest/sha256.ts';
import { extendedKey, type Stamped, type Unstamped } from '../../domain/signature/stamp.ts';
import { endingFirst } from '../../eds/extend/ending.ts';
import { logEvent, logFailure } from '../log.ts';
import type { Documents } from '../s3/documents.ts';
import type { EdsSettings } from './check-eds.ts';
import { extendCms, type Extended, type ExtendNeeds } from './extend-cms.ts';
import { openOcsp } from './fetch-ocsp.ts';
import { openTimestamps } from './fetch-timestamp.ts';
import { renewCms } from './renew-cms.ts';
import { openTrustBucket, type TrustBucket } from './trust-bucket.ts';
import { keepTrustMaterial } from './trust-material.ts';

/** What a signature lacks, or it with more proof in it. `longer`: an archive timestamp came, and the proof ends no later by it. */
type Brought = Extended | { readonly lacks: 'longer' };

/** Puts more proof into a signature that has passed before, with the trust bucket's material. */
export type Extend = (cms: Uint8Array, content: Uint8Array) => Promise<Brought>;

export interface Stamping {
  /** lib/adapters/trust/extend-cms.ts */
  readonly extend: Extend;
  /** lib/adapters/trust/renew-cms.ts */
  readonly renew: Extend;
}

export interface StampSettings extends EdsSettings {
  readonly TSP_SOURCES: readonly string[];
}

/** Seconds for all timestamp authorities together, and again for the responders: a row of a machine waits, or all that the sweeper has to do. */
const SECONDS = 2;

/** Throws at start if the profile is unknown. */
export function openStamping(
  { TRUST_BUCKET, EDS_PROFILE, EDS_ANCHORS, OCSP_SOURCES, TSP_SOURCES }: StampSettings,
  clock: ExtendNeeds['clock'],
  trust: Pick<TrustBucket, 'readAll'> = openTrustBucket(TRUST_BUCKET),
  asks: Pick<ExtendNeeds, 'askTimestamp' | 'askOcsp'> = {
    askTimestamp: openTimestamps(TSP_SOURCES, { seconds: SECONDS, clock }),
    askOcsp: openOcsp(OCSP_SOURCES, { fresh: true, seconds: SECONDS }),
  },
): Stamping {
  const profile = findProfile(EDS_PROFILE, EDS_ANCHORS);
  if (!profile) throw new Error(`there is no EDS profile of the name ${EDS_PROFILE}`);
  const material = keepTrustMaterial(trust);
  const cache = new EdsCache();
  const inputOf = async (cms: Uint8Array, content: Uint8Array) => {
    const at = clock();
    return { cms, content, at, profile, cache, ...(await material(at)) };
  };
  return {
    extend: async (...signature) =>
      extendCms(await inputOf(...signature), { ...asks, mustAnswer: OCSP_SOURCES.length > 0, clock }),
    renew: async (...signature) => {
      const renewed = await renewCms(await inputOf(...signature), { ...asks, clock });
      if ('lacks' in renewed) return renewed;
      return renewed.longer ? { ...renewed, at: clock().toISOString() } : { lacks: 'longer' };
    },
  };
}

export interface StampNeeds {
  readonly documents: Pick<Documents, 'read' | 'write'>;
  readonly extend: Extend;
}

/**
 * Extends these signatures one by one and stores each result beside the signature as it arrived. The key has the digest of the
 * octets: whoever does it twice, or dies before it is recorded, overwrites nothing that a request names. One that fails stops no other
 * and is logged; nothing is thrown, since whoever waits goes on without a timestamp.
 *
 * @param hasTime whether there is time for one more
 */
export async function stampSignatures(
  unstamped: readonly Pick<Unstamped, 'cmsKey' | 'contentKey'>[],
  { documents, extend }: StampNeeds,
  hasTime: () => boolean = () => true,
): Promise<ReadonlyMap<string, Stamped>> {
  const brought = new Map<string, Stamped>();
  for (const { cmsKey, contentKey } of unstamped) {
    if (!hasTime()) break;
    try {
      const [cms, content] = await Promise.all([documents.read(cmsKey), documents.read(contentKey)]);
      const extended = await extend(cms, content);
      brought.set(cmsKey, 'cms' in extended ? await keep(cmsKey, extended, documents) : undefined);
      if ('lacks' in extended) logEvent('not-stamped', { cms: cmsKey, lacks: extended.lacks, ...why(extended) });
    } catch (error) {
      logFailure(`stamp ${cmsKey}`, error);
      brought.set(cmsKey, undefined);
    }
  }
  return brought;
}

async function keep(
  cmsKey: string,
  { cms, at, report }: Extract<Extended, { cms: Uint8Array }>,
  documents: Pick<Documents, 'write'>,
): Promise<Stamped> {
  const part = sha256Hex(cms).slice(0, 16);
  await documents.write(extendedKey(cmsKey, part), cms, 'application/pkcs7-signature');
  const [first] = endingFirst(report.signers.flatMap(({ proof }) => proof ?? []));
  return { part, at, ...(first && { proof: { until: first.until, endsBy: first.endsBy } }) };
}

/** The first check that did not pass; a code, nothing of a person. */
function why(extended: Extract<Brought, { lacks: string }>): { check?: string; problem?: string } {
  if (extended.lacks !== 'proof') return {};
  const { signers, checks } = extended.report;
  const found = [...signers.flatMap((signer) => signer.checks), ...checks].find(
    ({ status }) => status === 'failed' || status === 'indeterminate',
  );
  const problem = found?.detail?.['problem'];
  return { ...(found && { check: found.code }), ...(typeof problem === 'string' && { problem }) };
}
