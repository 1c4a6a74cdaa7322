import { attempt } from '../../eds/attempt.ts';
import { Budget } from '../../eds/budget.ts';
import { parseCrl, type Crl } from '../../eds/crl/crl.ts';
import { sameName } from '../../eds/name.ts';
import { Work } from '../../eds/work.ts';
import { parseCertificate } from '../../eds/x509/certificate.ts';

/** Only an `accepted` list may replace the stored one. */
export type CrlJudgement = 'accepted' | 'malformed' | 'unknown-issuer' | 'not-yet' | 'outdated' | 'older-than-kept';

interface Kept {
  readonly certificates: readonly Uint8Array[];
  /** The stored list from the same source. */
  readonly crl: Uint8Array | undefined;
}

/** By how many milliseconds clocks may differ. */
const SKEW = 300_000;

/**
 * Whether a fetched list may be stored. It must be signed by a certificate of the bucket that may sign lists, be current,
 * and not be older than the stored one, so that a replayed list cannot hide a revocation. This keeps bad data out and
 * proves nothing: each check of a signature validates lists in full.
 */
export function judgeCrl(der: Uint8Array, kept: Kept, now: Date): CrlJudgement {
  const crl = attempt(() => parseCrl(der));
  if (!crl) return 'malformed';
  if (!kept.certificates.some((certificate) => signedBy(crl, certificate))) return 'unknown-issuer';
  if (crl.thisUpdate.getTime() > now.getTime() + SKEW) return 'not-yet';
  if (!isCurrent(crl, now)) return 'outdated';
  const before = kept.crl && attempt(() => parseCrl(kept.crl ?? der));
  return before && before.thisUpdate > crl.thisUpdate ? 'older-than-kept' : 'accepted';
}

/** Whether the list can still be relied on at `now`. */
export function isCurrentCrl(der: Uint8Array | undefined, now: Date): boolean {
  const crl = der && attempt(() => parseCrl(der));
  return crl !== undefined && isCurrent(crl, now);
}

const isCurrent = ({ nextUpdate }: Crl, now: Date) => nextUpdate !== undefined && nextUpdate > now;

function signedBy(crl: Crl, der: Uint8Array) {
  const certificate = attempt(() => parseCertificate(der));
  if (!certificate || !sameName(certificate.subject, crl.issuer)) return false;
  if (certificate.extensions.keyUsage?.has('cRLSign') === false) return false;
  // A configured source, once an hour, in a function of its own.
  return new Work(Budget.unlimited()).signature(crl, certificate.publicKey.der) === 'valid';
}
