import type { CrlProblem } from './revocation-status.ts';
import type { OcspProblem } from './ocsp-problems.ts';
import type { ReasonFlags } from '../x509/distribution-point.ts';
import type { RevocationReason } from './reason.ts';

export type RevocationProblem = CrlProblem | OcspProblem;

/** Who says it: what the certificate's own key signed about itself is of a lower rank than what others signed. */
export type Rank = 'others' | 'itself';

/** "Revoked", by a list, a delta or an answer whose signature holds. However old it is, it is not forgotten. */
export interface Revoked {
  readonly says: 'revoked';
  readonly asOf: Date;
  /** As the evidence tells it. */
  readonly revokedAt: Date;
  /** From when it counts: the date of revocation, or invalidityDate where that is earlier (RFC 5280 5.3.2). */
  readonly since: Date;
  readonly reason: RevocationReason;
  /** Whether what the key signed before stands (RFC 3161 4). */
  readonly sparesEarlier: boolean;
  /** RFC 6960 2.2: the authority never made such a certificate. */
  readonly neverIssued?: boolean;
  readonly rank: Rank;
  /** What takes its signer's standing away: then it proves nothing, and yet nothing is good beside it. */
  readonly doubt?: RevocationProblem;
}

/** "Good", by evidence that is genuine, in time and by somebody in full standing. */
export interface Good {
  readonly says: 'good';
  readonly asOf: Date;
  /** The reasons that it can tell of (RFC 5280 6.3.3(d)). */
  readonly reasons: ReasonFlags;
  readonly rank: Rank;
}

/** Evidence that cannot answer, and why. */
export interface Nothing {
  readonly says: 'nothing';
  readonly problem: RevocationProblem;
  /** When it was made, where it is rightly signed and yet must not be read: what is no newer is not good then. */
  readonly unreadAsOf?: Date;
  /** When its successor is promised. */
  readonly promised?: Date;
}

/** What one piece of evidence says of one certificate. */
export type Statement = Revoked | Good | Nothing;

export const nothing = (problem: RevocationProblem, promised?: Date): Nothing => ({
  says: 'nothing',
  problem,
  ...(promised && { promised }),
});

/** RFC 5280 5.3.2: a key that was lost before its certificate was revoked counts from then. */
export const sinceOf = (revokedAt: Date, invalidSince: Date | undefined): Date =>
  invalidSince !== undefined && invalidSince < revokedAt ? invalidSince : revokedAt;
