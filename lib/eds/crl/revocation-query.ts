import type { Statement } from '../revocation/statement.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Crl } from './crl.ts';
import type { CrlProblem } from '../revocation/revocation-status.ts';

/**
 * The key with which a list's issuer signs, if its path was found, or why there is none. `doubt`: the key signed, and
 * the issuer had entitled it, but it has lost its standing: it is revoked, expired, too weak, or cannot be checked.
 */
export type CrlSigner = { readonly key: Uint8Array; readonly doubt?: CrlProblem } | { readonly problem: CrlProblem };

/** What to find out from the lists. */
export interface RevocationQuery {
  readonly certificate: Certificate;
  readonly crls: readonly Crl[];
  /** The reference time: the question is the certificate's status at this time. */
  readonly at: Date;
  /** The present time; no list may be newer. */
  readonly now: Date;
  /** A list older than the certificate cannot show that it is not revoked: then it never means "good". */
  readonly listAfterIssue: boolean;
  /** A list that promises deltas (freshestCRL) never means "good" without one of them. */
  readonly deltaWhenPromised: boolean;
  /** Seconds by which clocks may differ. */
  readonly clockSkew: number;
  /**
   * Whether the authority is known to keep lines of expired certificates without saying so in the list
   * (expiredCertsOnCRL).
   */
  readonly listsKeepExpired: boolean;
  /** Called with what a list said. */
  readonly judged: ((crl: Crl, said: readonly Statement[]) => void) | undefined;
  /**
   * RFC 5280 6.3.3(f), (g): finds, validates and authorises the list's signer. `itself`: only the certificate in
   * question may have signed; otherwise, any but this one.
   */
  readonly findSigner: (crl: Crl, itself: boolean) => CrlSigner;
  /** RFC 5280 6.3.3(h). */
  readonly isSignedBy: (crl: Crl, key: Uint8Array) => boolean;
}
