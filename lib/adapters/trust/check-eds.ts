import { setImmediate } from 'node:timers/promises';
import { Budget } from '../../eds/budget.ts';
import { collectEvidence } from '../../eds/evidence.ts';
import { writeEvidence, writeReport } from '../../eds/evidence-file.ts';
import { hashContent } from '../../eds/hash-content.ts';
import { findProfile } from '../../eds/profiles/find-profile.ts';
import type { EdsReport } from '../../eds/report.ts';
import { EdsCache, verifyEds, type EdsInput } from '../../eds/verify.ts';
import { findOcspSubjects } from '../../eds/verify/ocsp-subjects.ts';
import { refuse, type Refusal } from '../../domain/problem/problem.ts';
import { boundReport } from './bound-report.ts';
import { sayWhy } from './say-why.ts';
import { openOcsp } from './fetch-ocsp.ts';
import { openTrustBucket, type TrustBucket } from './trust-bucket.ts';
import { keepTrustMaterial } from './trust-material.ts';

/** The core's input, without what the server adds. */
export type EdsAsked = Pick<EdsInput, 'cms' | 'content' | 'at' | 'receivedAt' | 'expected'>;

export interface EdsChecked {
  readonly report: EdsReport;
  /** The two stored documents: the report and its evidence. `eds verify --evidence … --json` makes the first from the second. */
  readonly documents: () => { readonly report: string; readonly evidence: string };
}
export type CheckEds = (asked: EdsAsked) => Promise<EdsChecked>;

/** The variables that say what is trusted and which responders to ask. */
export interface EdsSettings {
  readonly TRUST_BUCKET: string;
  readonly EDS_PROFILE: string;
  readonly EDS_ANCHORS: readonly string[];
  readonly OCSP_SOURCES: readonly string[];
}

/**
 * The check that submission, officers' signatures, sign-in and `POST /eds/verifications` share: the core's check with
 * the certificates and lists of the trust bucket, the configured anchors and the answers of the configured responders.
 * Throws at start if the profile is unknown.
 */
export function openEdsCheck(
  { TRUST_BUCKET, EDS_PROFILE, EDS_ANCHORS, OCSP_SOURCES }: EdsSettings,
  trust: Pick<TrustBucket, 'readAll'> = openTrustBucket(TRUST_BUCKET),
  askOcsp = openOcsp(OCSP_SOURCES),
): CheckEds {
  const profile = findProfile(EDS_PROFILE, EDS_ANCHORS);
  if (!profile) throw new Error(`there is no EDS profile of the name ${EDS_PROFILE}`);
  const material = keepTrustMaterial(trust);
  const cache = new EdsCache();
  return async (asked) => {
    const known = { ...asked, profile, cache, ...(await material(asked.at)) };
    const contentDigests = await hashContent(known, setImmediate);
    const ocsps = await askOcsp(findOcspSubjects(known), asked.at);
    const input = { ...known, contentDigests, ocsps, budget: new Budget() };
    const report = verifyEds(input);
    const documents = () => ({ report: writeReport(report), evidence: writeEvidence(collectEvidence(input)) });
    return { report, documents };
  };
}

/**
 * Undefined for a signature that passed. "Could not be checked" differs from "is not genuine", and an authority that is
 * unknown here differs from evidence that the server may find later.
 */
export function refuseReport(report: EdsReport): Refusal | undefined {
  if (report.verdict === 'passed') return undefined;
  const checks = report.signers.flatMap((signer) => signer.checks);
  const unknown = checks.some(({ detail }) => detail?.['problem'] === 'issuer-not-found');
  const open = unknown ? 'eds/authority' : 'eds/indeterminate';
  return refuse(report.verdict === 'failed' ? 'eds/failed' : open, {
    extension: { report: boundReport(report) },
    inWords: sayWhy(report),
  });
}
