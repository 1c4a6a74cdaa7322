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
  /** How far an answer that came with the signature may be from `time`, on either side. */
  readonly embeddedWindow: number;
}

/**
 * Why an answer cannot say "good" about `time` (RFC 6960 section 3.2 points 5 and 6); undefined when it can. One that the verifier has by himself
 * and that was made after it always can, for it would name a revocation before it; one that was made before it until nextUpdate. One that came with
 * the signature was chosen by the signer: it has to be of that time.
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
