import type { RevocationReason } from './reason.ts';

/**
 * Why a revocation list could not answer, from what is furthest to what is nearest to an answer: of several lists the
 * nearest is told.
 */
export const crlProblems = [
  'crl-missing',
  'crl-scope',
  'crl-unknown-critical',
  'crl-from-future',
  'crl-expired',
  'crl-older-than-certificate',
  'crl-newer-than-certificate',
  'crl-signer-missing',
  'crl-signature-unsupported',
  'crl-signature',
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
      readonly nextUpdate?: Date;
    }
  | {
      readonly status: 'revoked';
      readonly asOf: Date;
      readonly revokedAt: Date;
      readonly reason: RevocationReason;
    }
  | {
      readonly status: 'undetermined';
      /** A `CrlProblem`, or the code of another source of revocation. */
      readonly code: string;
      /** When a new list is promised; absent where nothing was promised. */
      readonly tryAgainAfter?: Date;
    };

/** Only a hold can be lifted (RFC 5280 5.3.1): any other revocation stands, whatever newer evidence says. */
const isLasting = (status: RevocationStatus): boolean =>
  status.status === 'revoked' && status.reason !== 'certificateHold';

/**
 * Of several sources a lasting revocation counts before all, else the newest evidence; of equally old, the one that says
 * revoked. Where none can answer, `left` (the lists) says why, unless there was no list at all.
 */
export const newestStatus = (left: RevocationStatus, right: RevocationStatus): RevocationStatus => {
  if (isLasting(left)) return left;
  if (isLasting(right)) return right;
  if (right.status === 'undetermined') {
    return left.status === 'undetermined' && left.code === 'crl-missing' ? right : left;
  }
  if (left.status === 'undetermined' || right.asOf > left.asOf) return right;
  return right.asOf < left.asOf || left.status === 'revoked' ? left : right;
};
