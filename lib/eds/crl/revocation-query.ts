import type { Statement } from '../revocation/statement.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Crl } from './crl.ts';
import type { CrlProblem } from '../revocation/revocation-status.ts';

/**
 * The key that a list's issuer signs by, once its path is found, or why there is none. `doubt`: the key signed, and the issuer had entitled it, but
 * its standing is gone: revoked, expired, not to be checked, or too weak.
 */
export type CrlSigner = { readonly key: Uint8Array; readonly doubt?: CrlProblem } | { readonly problem: CrlProblem };

/** What is asked of the lists. */
export interface RevocationQuery {
  readonly certificate: Certificate;
  readonly crls: readonly Crl[];
  /** The reference time: the certificate's status then is asked for. */
  readonly at: Date;
  /** When this is asked; no list may be newer. */
  readonly now: Date;
  /** A list made before the certificate cannot tell that it is not revoked: then nothing good is concluded from it. */
  readonly listAfterIssue: boolean;
  /** Conclude nothing good from a list that promises deltas (freshestCRL) without one of them. */
  readonly deltaWhenPromised: boolean;
  /** Seconds by which clocks may differ. */
  readonly clockSkew: number;
  /** Whether the authority is known to keep lines of expired certificates, without saying so in the list (expiredCertsOnCRL). */
  readonly listsKeepExpired: boolean;
  /** Told what a list said. */
  readonly judged: ((crl: Crl, said: readonly Statement[]) => void) | undefined;
  /**
   * RFC 5280 6.3.3(f), (g): finds, validates and authorises the list's signer. `itself`: the certificate in question is
   * the only one that may have signed; otherwise it is the only one that may not.
   */
  readonly findSigner: (crl: Crl, itself: boolean) => CrlSigner;
  /** RFC 5280 6.3.3(h). */
  readonly isSignedBy: (crl: Crl, key: Uint8Array) => boolean;
}
