import type { CrlProblem } from './revocation-status.ts';
import type { OcspProblem } from './ocsp-problems.ts';
import type { ReasonFlags } from '../x509/distribution-point.ts';
import type { RevocationReason } from './reason.ts';

export type RevocationProblem = CrlProblem | OcspProblem;

/** Who says it: what the certificate's own key signed about itself has a lower rank than what others signed. */
export type Rank = 'others' | 'itself';

/** "Revoked", by a list, a delta or an answer with a valid signature. It counts however old it is. */
export interface Revoked {
  readonly says: 'revoked';
  readonly asOf: Date;
  /** The date in the evidence. */
  readonly revokedAt: Date;
  /** From when it counts: the date of revocation, or invalidityDate if that is earlier (RFC 5280 5.3.2). */
  readonly since: Date;
  readonly reason: RevocationReason;
  /** Whether earlier signatures of the key stay valid (RFC 3161 4). */
  readonly sparesEarlier: boolean;
  /** RFC 6960 2.2: the authority never issued such a certificate. */
  readonly neverIssued?: boolean;
  readonly rank: Rank;
  /** Why its signer has lost their standing: then it proves nothing, but nothing counts as good beside it. */
  readonly doubt?: RevocationProblem;
}

/** "Good", by evidence that is genuine, in time, and from a signer in full standing. */
export interface Good {
  readonly says: 'good';
  readonly asOf: Date;
  /** The reasons that it covers (RFC 5280 6.3.3(d)). */
  readonly reasons: ReasonFlags;
  readonly rank: Rank;
}

/** Evidence that cannot answer, and why. */
export interface Nothing {
  readonly says: 'nothing';
  readonly problem: RevocationProblem;
  /**
   * When it was made, if its signature is valid but it must not be used: then evidence that is not newer cannot say
   * "good".
   */
  readonly unreadAsOf?: Date;
  /** When its successor is promised. */
  readonly promised?: Date;
}

/** What one piece of evidence says about one certificate. */
export type Statement = Revoked | Good | Nothing;

export const nothing = (problem: RevocationProblem, promised?: Date): Nothing => ({
  says: 'nothing',
  problem,
  ...(promised && { promised }),
});

/** RFC 5280 5.3.2: a key that was lost before its certificate was revoked counts as lost from then. */
export const sinceOf = (revokedAt: Date, invalidSince: Date | undefined): Date =>
  invalidSince !== undefined && invalidSince < revokedAt ? invalidSince : revokedAt;
