import type { Crl } from '../crl/crl.ts';
import type { Statement } from '../revocation/statement.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { PolicyInputs } from './policy-state.ts';
import type { WorkingKey } from './working-key.ts';

/** Another source of revocation, such as OCSP: what it says about the certificate at a time. */
export type RevocationSource = (
  certificate: Certificate,
  issuer: { readonly certificate: Certificate; readonly key: WorkingKey },
  at: Date,
) => readonly Statement[];

export interface PathInputs {
  /** The certificate to validate. */
  readonly target: Certificate;
  /** Other certificates that may help, in any order, none trusted: intermediates and signers of lists. */
  readonly candidates: readonly Certificate[];
  /** Trust anchors. By RFC 5280 6.1.1(d) only their names and keys count. */
  readonly anchors: readonly Certificate[];
  /** The reference time. */
  readonly at: Date;
  /** The present time, if it is later than the reference time; no evidence may be newer. Default `at`. */
  readonly now?: Date;
  readonly crls: readonly Crl[];
  readonly policy?: PolicyInputs;
  /** `off`: only path validation. */
  readonly revocation: 'required' | 'off';
  readonly otherRevocation?: RevocationSource;
  /** The target vouches for a time or for a status: a later loss of trust in its key counts, too (`weigh`). */
  readonly vouches?: boolean;
  /** As `weigh` has it; only for what the target and the authorities above it vouch for, not for signers of lists. */
  readonly provenAt?: Date | undefined;
  /**
   * Whether an algorithm is too weak for a list to say "good": that of the list, or of a certificate `beside` the path
   * that leads to its signer. Absent: algorithms are not checked.
   */
  readonly isWeak?: (crl: Crl, beside: readonly Certificate[]) => boolean;
  /** Ignore a list older than the certificate (RFC 5280 does not require this; a careful verifier does it). */
  readonly listAfterIssue?: boolean;
  /**
   * Do not accept "good" from a list that promises deltas (freshestCRL) if none of them is given (RFC 5280 lets the
   * verifier decide whether to use deltas).
   */
  readonly deltaWhenPromised?: boolean;
  /** Seconds by which clocks may differ. */
  readonly clockSkew?: number;
  /** Lists are known to keep lines of expired certificates. */
  readonly listsKeepExpired?: boolean;
  /** Called with what a list said about a certificate. */
  readonly judged?: (crl: Crl, said: readonly Statement[]) => void;
  /** Work that several validations share; without it, this one has its own budget. */
  readonly work?: Work;
}
