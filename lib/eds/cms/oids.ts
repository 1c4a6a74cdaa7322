/** Object identifiers of RFC 5652, 5035, 5126 and 3161. */
export const cmsOids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  counterSignature: '1.2.840.113549.1.9.6',
  /** RFC 5126 6.3.5, 6.3.6. */
  cadesCTimestamp: '1.2.840.113549.1.9.16.2.25',
  referencesTimestamp: '1.2.840.113549.1.9.16.2.26',
  /** EN 319 122-1 5.5.3, and the index of what it covers (5.5.2). */
  archiveTimestamp: '0.4.0.1733.2.4',
  hashIndex: '0.4.0.19122.1.5',
  /** Of TS 101 733 V2.2.1, whose hashes are of whole attributes. */
  olderHashIndex: '0.4.0.1733.2.5',
  /** RFC 5126 6.4.1 in both forms, and long-term-validation of TS 101 733. */
  olderArchiveTimestamps: ['1.2.840.113549.1.9.16.2.27', '1.2.840.113549.1.9.16.2.48', '0.4.0.1733.2.2'],
  /** RFC 4998 A.1, internal and external. */
  evidenceRecords: ['1.2.840.113549.1.9.16.2.49', '1.2.840.113549.1.9.16.2.50'],
  contentTimestamp: '1.2.840.113549.1.9.16.2.20',
  signatureTimestamp: '1.2.840.113549.1.9.16.2.14',
  certificateValues: '1.2.840.113549.1.9.16.2.23',
  revocationValues: '1.2.840.113549.1.9.16.2.24',
  timestampInfo: '1.2.840.113549.1.9.16.1.4',
  ocspBasic: '1.3.6.1.5.5.7.48.1.1',
  /** RevocationInfoChoice of OCSP answers (RFC 5940 section 2.1). */
  ocspRevocation: '1.3.6.1.5.5.7.16.2',
} as const;
