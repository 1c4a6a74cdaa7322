/** NCANode's answers, with the fields in its order. Times as `2026-11-30T09:00:00.000+00:00`. */

/** `revocationTime` and `reason` are null where there is none. */
export interface RevocationStatus {
  readonly revoked: boolean;
  readonly by: 'CRL' | 'OCSP';
  readonly revocationTime: string | null;
  readonly reason: string | null;
}

/** Fields that a name does not have are left out. */
export interface CertificateSubject {
  readonly commonName?: string;
  readonly lastName?: string;
  readonly surName?: string;
  readonly email?: string;
  readonly organization?: string;
  readonly iin?: string;
  readonly bin?: string;
  readonly country?: string;
  readonly locality?: string;
  readonly state?: string;
  readonly dn: string;
}

export interface CertificateInfo {
  readonly valid: boolean;
  readonly revocations: readonly RevocationStatus[];
  readonly notBefore: string;
  readonly notAfter: string;
  readonly keyUsage: 'UNKNOWN' | 'AUTH' | 'SIGN';
  /** Hex without leading zeros. */
  readonly serialNumber: string;
  readonly signAlg: string;
  readonly keyUser: readonly string[];
  /** Base64 of SubjectPublicKeyInfo, and of the signature that the issuer made. */
  readonly publicKey: string;
  readonly signature: string;
  readonly subject: CertificateSubject;
  readonly issuer: CertificateSubject;
}

export interface TspInfo {
  readonly serialNumber: string;
  readonly genTime: string;
  readonly policy: string;
  readonly tsa: string | null;
  readonly tspHashAlgorithm: string | null;
  readonly hash: string;
}

export interface CmsSignerInfo {
  readonly certificates: readonly CertificateInfo[];
  readonly tsp: TspInfo | null;
}

/** What precedes everything else in an answer. */
export const ok = { status: 200, message: 'OK' } as const;

/** As Java's serialiser writes a Date. */
export const javaTime = (date: Date): string => date.toISOString().replace(/Z$/u, '+00:00');
