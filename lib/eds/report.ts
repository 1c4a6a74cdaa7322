/**
 * The result of a check. `indeterminate`: it could not be carried out, so neither passed nor failed may be concluded.
 * `not-checked`: something is present that is never checked here and on which nothing depends. `warning`: something of
 * which a reader should know, and which the profile does not refuse.
 */
export type CheckStatus = 'passed' | 'failed' | 'indeterminate' | 'not-applicable' | 'not-checked' | 'warning';
export type Verdict = 'passed' | 'failed' | 'indeterminate';

/** One named check. `code` is stable and has a text in ru/kk/en; `subject` names the certificate concerned. */
export interface Check {
  readonly code: string;
  readonly status: CheckStatus;
  /** The clause that requires it, e.g. "RFC 5280 6.1.3(a)(2)". */
  readonly source: string;
  /** SHA-256 (hex) of the certificate that the check is about, if it is about one. */
  readonly subject?: string;
  /** Machine-readable particulars (OIDs, times, lengths); never personal data. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Roles that a certificate gives its owner in the organisation whose BIN it bears. */
export const signerRoles = ['first-head', 'right-to-sign', 'financial', 'personnel', 'employee'] as const;
export type SignerRole = (typeof signerRoles)[number];

/** Who signed, according to the certificate. `iin`/`bin` are 12 digits. */
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

/** What gives the reference time, and so carries the verdict. */
export type ProofKind = 'server-clock' | 'timestamp' | 'archive-timestamp';

/** What ends a proof. `authority-certificate`: one above, the anchor's included. */
export type ProofEnd = 'signer-certificate' | 'tsa-certificate' | 'authority-certificate' | 'algorithm';

/** On what a verdict rests, and until when that can still be shown. */
export interface Proof {
  readonly restsOn: ProofKind;
  /** ISO 8601 UTC. */
  readonly until: string;
  readonly endsBy: ProofEnd;
  /** If an algorithm ends it: its name in the table, with the size of the key if that decides. */
  readonly algorithm?: string;
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
  /** `timestamp-unchecked`: from a timestamp that could not be checked in full; then the verdict is not passed. */
  readonly referenceTimeSource: 'timestamp' | 'timestamp-unchecked' | 'archive-timestamp' | 'server-clock';
  /** Absent if the signature failed. */
  readonly proof?: Proof;
  /** Only in reports that were stored before there was `proof`: until when the timestamp's certificates are valid. */
  readonly timestampEnds?: string;
}

/** Evidence that was given but did not count, by kind and reason (a `ProblemCode`). */
export interface Inadmissible {
  readonly evidence: 'certificate' | 'list' | 'answer';
  readonly problem: string;
  readonly count: number;
}

/**
 * The verdict is the worst of the signers': failed is worse than indeterminate, and that is worse than passed; without
 * a signer it is failed.
 */
export interface EdsReport {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly signers: readonly SignerReport[];
  readonly profile: string;
  readonly inadmissible?: readonly Inadmissible[];
  /** When an indeterminate answer is worth asking again (ISO 8601 UTC). */
  readonly tryAgainAfter?: string;
}

/** What a verification of one certificate found (`verifyCertificate`). */
export interface CertificateReport {
  readonly verdict: Verdict;
  readonly checks: readonly Check[];
  readonly identity: SignerIdentity;
  /** SHA-256 (hex) of the certificate. */
  readonly certificate: string;
  /** The algorithm of the signature that was given, if one was. */
  readonly algorithm?: string;
  readonly referenceTime: string;
  readonly profile: string;
  readonly inadmissible?: readonly Inadmissible[];
  /** When an indeterminate answer is worth asking again (ISO 8601 UTC). */
  readonly tryAgainAfter?: string;
}
