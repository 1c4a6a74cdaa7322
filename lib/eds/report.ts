/**
 * What a check found. `indeterminate`: it could not be carried out; neither passed nor failed may be concluded. `not-checked`: there is something that
 * nobody here checks and on which nothing rests.
 */
export type CheckStatus = 'passed' | 'failed' | 'indeterminate' | 'not-applicable' | 'not-checked';
export type Verdict = 'passed' | 'failed' | 'indeterminate';

/** One named check. `code` is stable and has a text in ru/kk/en; `subject` names the certificate it is about. */
export interface Check {
  readonly code: string;
  readonly status: CheckStatus;
  /** The clause that asks for it, e.g. "RFC 5280 6.1.3(a)(2)". */
  readonly source: string;
  /** SHA-256 (hex) of the certificate that the check is about, where it is about one. */
  readonly subject?: string;
  /** Machine-readable particulars (OIDs, times, lengths); never personal data. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Roles that a certificate gives its owner in the organisation whose BIN it bears. */
export const signerRoles = ['first-head', 'right-to-sign', 'financial', 'personnel', 'employee'] as const;
export type SignerRole = (typeof signerRoles)[number];

/** Who signed, as the certificate says it. `iin`/`bin` are 12 digits. */
export interface SignerIdentity {
  readonly iin?: string;
  readonly bin?: string;
  readonly commonName?: string;
  /** The authority writes the patronymic here (docs/eds.md). */
  readonly givenName?: string;
  readonly organisation?: string;
  readonly kind: 'individual' | 'organisation';
  /** Roles by extended key usage. */
  readonly roles: readonly SignerRole[];
}

export interface SignerReport {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly identity?: SignerIdentity;
  /** SHA-256 (hex) of the signer's certificate. */
  readonly certificate?: string;
  readonly algorithm?: string;
  /** The signer's own claim (signingTime); proves nothing. ISO 8601 UTC. */
  readonly claimedTime?: string;
  readonly referenceTime: string;
  /** `timestamp-unchecked`: by a timestamp that could not be checked in full; the verdict is not passed then. */
  readonly referenceTimeSource: 'timestamp' | 'timestamp-unchecked' | 'server-clock';
  /** Until when the proof by timestamp lives: the first end among the certificates that it rests on. ISO 8601 UTC. */
  readonly timestampEnds?: string;
}

/** Evidence that was given and counted for nothing, by kind and reason (a `ProblemCode`). */
export interface Inadmissible {
  readonly evidence: 'certificate' | 'list' | 'answer';
  readonly problem: string;
  readonly count: number;
}

/** The verdict is the worst of the signers': failed before indeterminate before passed; no signer at all is failed. */
export interface EdsReport {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly signers: readonly SignerReport[];
  readonly profile: string;
  readonly inadmissible?: readonly Inadmissible[];
  /** When an indeterminate answer is worth asking again (ISO 8601 UTC). */
  readonly tryAgainAfter?: string;
}
