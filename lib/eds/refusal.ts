/** Why bytes or an input were not accepted. The list is closed: every code has a text in the report's languages. */
export const refusalCodes = [
  // The reader (X.690).
  'der-truncated',
  'der-trailing-bytes',
  'der-tag-form',
  'der-tag-unexpected',
  'der-length-form',
  'der-length-indefinite',
  'der-too-deep',
  'der-too-large',
  'der-too-many-elements',
  'der-field-missing',
  'der-field-surplus',
  'der-boolean',
  'der-integer',
  'der-oid',
  'der-bit-string',
  'der-string',
  'der-time',
  // Certificates (RFC 5280 4).
  'certificate-version',
  'certificate-algorithm-mismatch',
  'certificate-validity',
  'name-empty-rdn',
  'extension-duplicate',
  'extension-malformed',
  // Certificate revocation lists (RFC 5280 5).
  'crl-version',
  'crl-algorithm-mismatch',
  'crl-too-many-entries',
  // Cryptographic message syntax (RFC 5652), OCSP (RFC 6960) and timestamps (RFC 3161).
  'cms-content-type',
  'cms-version',
  'cms-malformed',
  'cms-attribute-duplicate',
  'cms-attribute-malformed',
  'ocsp-not-successful',
  'ocsp-response-type',
  'ocsp-malformed',
  'tsp-not-granted',
  'tsp-content-type',
  'tsp-malformed',
  // Inputs that are not CMS, by what they are.
  'is-xml',
  'is-pdf',
  'is-zip',
  'is-json',
  'is-jws',
  'is-pgp',
  'is-certificate',
  'is-certificate-request',
  'is-private-key',
  'is-pkcs12',
  'is-revocation-list',
  'is-ocsp-answer',
  'is-timestamp-response',
  // Inputs of the command line and of pure entry points.
  'input-malformed',
  'input-too-large',
  'path-limit',
] as const satisfies readonly string[];

export type RefusalCode = (typeof refusalCodes)[number];

/**
 * The only error that the EDS core throws on hostile or malformed bytes. `offset` is the position in the document
 * (octets from its start). The bytes themselves are never included, because they may be personal data.
 */
export class EdsRefusal extends Error {
  readonly code: RefusalCode;
  readonly offset: number | undefined;

  constructor(code: RefusalCode, offset?: number) {
    super(offset === undefined ? code : `${code} at octet ${offset}`);
    this.name = 'EdsRefusal';
    this.code = code;
    this.offset = offset;
  }
}
