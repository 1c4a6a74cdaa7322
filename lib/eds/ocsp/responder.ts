import { findDigest, type DigestAlgorithm } from '../algorithms.ts';
import { toHex } from '../der.ts';
import { sameName } from '../name.ts';
import { oids } from '../oid.ts';
import type { Work } from '../work.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { OcspResponse, ResponderId } from './response.ts';

const sha1 = findDigest('1.3.14.3.2.26') as DigestAlgorithm;

/**
 * `nocheck`: the authority vouches for the responder during the life of its certificate (RFC 6960 section 4.2.2.2.1).
 * `usable`: its certificate was valid when it answered, and has no unknown critical extension.
 */
export interface Responder {
  readonly certificate: Certificate;
  readonly kind: 'issuer' | 'delegated';
  readonly nocheck: boolean;
  readonly usable: boolean;
}

/**
 * Who signed the answer, if they may (RFC 6960 section 4.2.2.2): the certificate's own issuer, or a responder to which
 * that issuer itself gave a certificate for id-kp-OCSPSigning. A certificate that only claims the name gets no
 * authority, and does not hide the real owner of the name.
 */
export function findResponder(
  response: OcspResponse,
  issuer: Certificate,
  candidates: readonly Certificate[],
  work: Work,
): Responder | undefined {
  const isNamed = (candidate: Certificate): boolean => isNamedBy(response.responderId, candidate, work);
  const hasSigned = ({ publicKey }: Certificate): boolean => work.signature(response, publicKey.der) === 'valid';
  if (isNamed(issuer) && hasSigned(issuer)) return { certificate: issuer, kind: 'issuer', nocheck: true, usable: true };
  const delegated = candidates.filter(
    (candidate) => isNamed(candidate) && isDelegated(candidate, issuer, work) && hasSigned(candidate),
  );
  const usable = delegated.find((candidate) => isUsable(candidate, response.producedAt));
  const certificate = usable ?? delegated[0];
  if (certificate === undefined) return undefined;
  const nocheck = certificate.allExtensions.some(({ oid }) => oid === oids.extension.ocspNoCheck);
  return { certificate, kind: 'delegated', nocheck, usable: usable !== undefined };
}

/** Whether the answer names the certificate's owner as its responder. */
export function isNamedBy(id: ResponderId, certificate: Certificate, work: Work): boolean {
  if (id.kind === 'name') return sameName(id.name, certificate.subject);
  return toHex(work.digest(sha1, certificate.publicKey.key)) === id.keyHash;
}

function isDelegated(certificate: Certificate, issuer: Certificate, work: Work): boolean {
  const { extendedKeyUsage, keyUsage } = certificate.extensions;
  return (
    sameName(certificate.issuer, issuer.subject) &&
    extendedKeyUsage?.has(oids.keyPurpose.ocspSigning) === true &&
    (keyUsage === undefined || keyUsage.has('digitalSignature') || keyUsage.has('nonRepudiation')) &&
    work.signature(certificate, issuer.publicKey.der) === 'valid'
  );
}

const isUsable = ({ unknownCritical, notBefore, notAfter }: Certificate, producedAt: Date): boolean =>
  unknownCritical.length === 0 && notBefore <= producedAt && producedAt <= notAfter;
