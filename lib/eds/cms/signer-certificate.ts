import type { Certificate } from '../x509/certificate.ts';
import type { SignerIdentifier } from './signer-info.ts';

/** Each of them is tried. */
const mostNamesakes = 4;

/**
 * The certificates that a SignerIdentifier names (RFC 5652 section 5.3). More than one means two authorities with the
 * same name, or a forgery.
 */
export function findSignerCertificates(
  sid: SignerIdentifier,
  certificates: readonly Certificate[],
): readonly Certificate[] {
  const found = certificates.filter((certificate) =>
    sid.kind === 'key-identifier'
      ? certificate.extensions.subjectKeyIdentifier === sid.keyIdentifier
      : certificate.serial === sid.serial && certificate.issuer.canonical === sid.issuer.canonical,
  );
  return found.slice(0, mostNamesakes);
}
