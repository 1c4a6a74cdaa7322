/** When an answer was made and when the next was promised. */
export interface Issued {
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
}

/** Durations in seconds. */
export interface FreshnessRules {
  /** The server's clock, or the moment of the evaluation that is being repeated. */
  readonly at: Date;
  /** The moment at which the certificate must not have been revoked. */
  readonly time: Date;
  readonly clockSkew: number;
  /** How long an answer without nextUpdate speaks after thisUpdate. */
  readonly lifetime: number;
}

/**
 * Why an answer does not speak about `time` (RFC 6960 section 3.2 points 5 and 6); undefined when it does. One that was made after it always does, for
 * it would name a revocation before it; one that was made before it until nextUpdate; one from the future never.
 */
export function staleness(
  { thisUpdate, nextUpdate }: Issued,
  rules: FreshnessRules,
): 'ocsp-from-future' | 'ocsp-stale' | undefined {
  if (thisUpdate.getTime() > rules.at.getTime() + rules.clockSkew * 1000) return 'ocsp-from-future';
  const end = nextUpdate?.getTime() ?? thisUpdate.getTime() + rules.lifetime * 1000;
  return thisUpdate >= rules.time || rules.time.getTime() <= end ? undefined : 'ocsp-stale';
}
