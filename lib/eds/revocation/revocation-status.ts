import type { RevocationReason } from './reason.ts';
import type { RevocationProblem } from './statement.ts';

/**
 * Why a revocation list could not answer, from what is furthest to what is nearest to an answer: of several lists the
 * nearest is told.
 */
export const crlProblems = [
  'crl-missing',
  'crl-scope',
  'crl-unknown-critical',
  'crl-form',
  'crl-from-future',
  'crl-expired',
  'crl-older-than-certificate',
  'crl-newer-than-certificate',
  'crl-signer-missing',
  'crl-signature-unsupported',
  'crl-signature',
  'crl-algorithm',
  'crl-signer-key-usage',
  'crl-signer-path',
  'crl-entry-malformed',
  'crl-delta-missing',
  'crl-reasons-incomplete',
] as const;

export type CrlProblem = (typeof crlProblems)[number];

/** What is known of a certificate's revocation at the reference time. */
export type RevocationStatus =
  | {
      readonly status: 'good';
      /** When the evidence was made. */
      readonly asOf: Date;
      /** The certificate is revoked since, but was not yet then. */
      readonly revokedLater?: Date;
    }
  | {
      readonly status: 'revoked';
      readonly asOf: Date;
      readonly revokedAt: Date;
      /** invalidityDate, where it is the earlier date that counts. */
      readonly invalidSince?: Date;
      readonly reason: RevocationReason;
      /** `key-distrusted`: revoked after the reference time, for a reason that takes trust from what the key signed earlier too. */
      readonly problem: 'certificate-revoked' | 'certificate-never-issued' | 'key-distrusted';
    }
  | {
      readonly status: 'undetermined';
      readonly code: RevocationProblem;
      /** When a new list is promised; absent where nothing was promised. */
      readonly tryAgainAfter?: Date;
    };
