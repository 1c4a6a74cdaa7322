import type { Certificate } from '../x509/certificate.ts';
import type { SignerIdentifier } from './signer-info.ts';

/** The certificates that a SignerIdentifier names (RFC 5652 section 5.3). More than one: two authorities of one name, or a forgery. */
export function findSignerCertificates(
  sid: SignerIdentifier,
  certificates: readonly Certificate[],
): readonly Certificate[] {
  return certificates.filter((certificate) =>
    sid.kind === 'key-identifier'
      ? certificate.extensions.subjectKeyIdentifier === sid.keyIdentifier
      : certificate.serial === sid.serial && certificate.issuer.canonical === sid.issuer.canonical,
  );
}
