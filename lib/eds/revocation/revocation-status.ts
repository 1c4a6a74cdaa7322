import type { RevocationReason } from './reason.ts';
import type { RevocationProblem } from './statement.ts';

/**
 * Why a revocation list could not answer, from the furthest from an answer to the nearest: of several lists the nearest
 * is reported.
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
      /** The certificate has been revoked since, but was not yet revoked at that time. */
      readonly revokedLater?: Date;
    }
  | {
      readonly status: 'revoked';
      readonly asOf: Date;
      readonly revokedAt: Date;
      /** invalidityDate, if it is the earlier date and therefore counts. */
      readonly invalidSince?: Date;
      readonly reason: RevocationReason;
      /**
       * `key-distrusted`: revoked after the reference time, for a reason that also removes trust from earlier
       * signatures.
       */
      readonly problem: 'certificate-revoked' | 'certificate-never-issued' | 'key-distrusted';
    }
  | {
      readonly status: 'undetermined';
      readonly code: RevocationProblem;
      /** When a new list is promised; absent if none was promised. */
      readonly tryAgainAfter?: Date;
    };
