import type { Crl } from '../crl/crl.ts';
import type { Statement } from '../revocation/statement.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { PolicyInputs } from './policy-state.ts';
import type { WorkingKey } from './working-key.ts';

/** Another source of revocation, such as OCSP: what it says of the certificate at a moment. */
export type RevocationSource = (
  certificate: Certificate,
  issuer: { readonly certificate: Certificate; readonly key: WorkingKey },
  at: Date,
) => readonly Statement[];

export interface PathInputs {
  /** The certificate that is to be proved. */
  readonly target: Certificate;
  /** Others that may help, in any order, trusted in nothing: intermediates and signers of lists. */
  readonly candidates: readonly Certificate[];
  /** Trust anchors. By RFC 5280 6.1.1(d) only their names and keys count. */
  readonly anchors: readonly Certificate[];
  /** The reference time. */
  readonly at: Date;
  /** When this is asked, where that is later than the reference time; no evidence may be newer. Default `at`. */
  readonly now?: Date;
  readonly crls: readonly Crl[];
  readonly policy?: PolicyInputs;
  /** `off`: path validation alone. */
  readonly revocation: 'required' | 'off';
  readonly otherRevocation?: RevocationSource;
  /** The target vouches for a time or for a status: what takes trust from its key later counts too (`weigh`). */
  readonly vouches?: boolean;
  /**
   * Whether the algorithm of a list, or a certificate `beside` the path by which its signer is reached, is too weak to say "good"; absent:
   * algorithms are not looked at.
   */
  readonly isWeak?: (crl: Crl, beside: readonly Certificate[]) => boolean;
  /** Conclude nothing from a list older than the certificate (RFC 5280 does not ask for it; a careful verifier does). */
  readonly listAfterIssue?: boolean;
  /**
   * Conclude nothing good from a list that promises deltas (freshestCRL) while none of them is given (RFC 5280 leaves it to
   * the verifier whether he uses deltas).
   */
  readonly deltaWhenPromised?: boolean;
  /** Seconds by which clocks may differ. */
  readonly clockSkew?: number;
  /** Lists are known to keep lines of expired certificates. */
  readonly listsKeepExpired?: boolean;
  /** Told what a list said of a certificate. */
  readonly judged?: (crl: Crl, said: readonly Statement[]) => void;
  /** What several validations share; without it this one has a budget of its own. */
  readonly work?: Work;
}
