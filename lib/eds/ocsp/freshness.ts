/** When an answer was made, and when the next is promised. */
export interface Issued {
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
}

/** Durations in seconds. */
export interface FreshnessRules {
  /** The server's clock, or the time of the evaluation that is repeated. */
  readonly at: Date;
  /** The time at which the certificate must not have been revoked. */
  readonly time: Date;
  readonly clockSkew: number;
  /** How long after thisUpdate an answer without nextUpdate is valid. */
  readonly lifetime: number;
  /** How far before or after `time` an answer may be that came with the signature. */
  readonly embeddedWindow: number;
}

/**
 * Why an answer cannot say "good" about `time` (RFC 6960 section 3.2 points 5 and 6); undefined if it can. An answer
 * that the verifier fetched can if it was made after `time`, because it would name an earlier revocation; if it was
 * made before, it can until nextUpdate. An answer that came with the signature was chosen by the signer, so it must be
 * from about that time.
 */
export function staleness(
  { thisUpdate, nextUpdate }: Issued,
  embedded: boolean,
  { time, lifetime, embeddedWindow }: FreshnessRules,
): 'ocsp-outside-window' | 'ocsp-stale' | undefined {
  const age = time.getTime() - thisUpdate.getTime();
  if (embedded) return Math.abs(age) <= embeddedWindow * 1000 ? undefined : 'ocsp-outside-window';
  const end = nextUpdate?.getTime() ?? thisUpdate.getTime() + lifetime * 1000;
  return age <= 0 || time.getTime() <= end ? undefined : 'ocsp-stale';
}
