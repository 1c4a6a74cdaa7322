import type { ReasonCode } from '../report-codes.ts';

/** When a piece of revocation evidence was made and when the next was promised. */
export interface Issued {
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
}

export interface FreshnessRules {
  /** The server's clock, or the moment of the evaluation that is being repeated. */
  readonly at: Date;
  /** The moment at which the certificate must not have been revoked. */
  readonly time: Date;
  /** Seconds. */
  readonly clockSkew: number;
  /** Seconds after thisUpdate for which evidence may speak. */
  readonly lifetime: number;
  /** Seconds for which evidence without nextUpdate speaks; undefined: such evidence is never fresh (RFC 5280 5.1.2.5). */
  readonly lifetimeWithoutNextUpdate?: number;
}

/**
 * Whether evidence speaks about `time`. Made after it: always, for it would name a revocation before it. Made before it: until nextUpdate
 * and the profile's lifetime. Never when it claims to come from the future. undefined: fresh.
 */
export function staleness({ thisUpdate, nextUpdate }: Issued, rules: FreshnessRules): ReasonCode | undefined {
  const skew = rules.clockSkew * 1000;
  if (thisUpdate.getTime() > rules.at.getTime() + skew) return 'evidence-early';
  if (thisUpdate >= rules.time) return undefined;
  const promised = nextUpdate?.getTime() ?? withoutPromise(thisUpdate, rules.lifetimeWithoutNextUpdate);
  const end = Math.min(promised, thisUpdate.getTime() + rules.lifetime * 1000);
  return rules.time.getTime() <= end ? undefined : 'evidence-stale';
}

const withoutPromise = (thisUpdate: Date, lifetime: number | undefined): number =>
  lifetime === undefined ? Number.NEGATIVE_INFINITY : thisUpdate.getTime() + lifetime * 1000;
