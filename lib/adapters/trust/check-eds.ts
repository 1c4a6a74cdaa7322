import { findProfile } from '../../eds/profiles/find-profile.ts';
import type { EdsReport } from '../../eds/report.ts';
import { verifyEds, type Expected } from '../../eds/verify.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { openTrustBucket } from './trust-bucket.ts';
import { keepTrustMaterial } from './trust-material.ts';

/**
 * `content` is what was signed, where the signature is detached or must be over just these octets; `at` is now;
 * `receivedAt` is when the signature came in, where it is checked again later.
 */
export interface EdsAsked {
  readonly cms: Uint8Array;
  readonly content?: Uint8Array;
  readonly at: Date;
  readonly receivedAt?: Date;
  readonly expected?: Expected;
}
export type CheckEds = (asked: EdsAsked) => Promise<EdsReport>;

/**
 * The check that submission, officers' signatures, sign-in and `POST /eds/verifications` share: the core's, with the
 * trust bucket's certificates and lists and the configured anchors. Throws at start for an unknown profile.
 */
export function openEdsCheck(
  bucket: string,
  profileName: string,
  anchors: readonly string[],
  trust = openTrustBucket(bucket),
): CheckEds {
  const profile = findProfile(profileName, anchors);
  if (!profile) throw new Error(`there is no EDS profile of the name ${profileName}`);
  const material = keepTrustMaterial(trust);
  return async (asked) => verifyEds({ ...asked, profile, ...(await material(asked.at)) });
}

/** Undefined for a signature that passed. "Could not check" is told apart from "is not genuine". */
export function refuseReport(report: EdsReport): Refusal | undefined {
  if (report.verdict === 'passed') return undefined;
  return refuse(report.verdict === 'failed' ? 'eds/failed' : 'eds/indeterminate', { extension: { report } });
}
