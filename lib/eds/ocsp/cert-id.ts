import { fromHex } from '../bytes.ts';
import { hash } from '#eds-crypto';
import { findDigest } from '../algorithms.ts';
import { equalBytes, writeDer } from '../der.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Work } from '../work.ts';
import type { CertId } from './single-response.ts';

/** Whether an answer is about this certificate of this issuer (RFC 6960 section 4.1.1): serial number and both hashes. */
export function isAbout(
  { hashAlgorithm, issuerNameHash, issuerKeyHash, serial }: CertId,
  subject: Certificate,
  issuer: Certificate,
  work: Work,
): boolean {
  const digest = findDigest(hashAlgorithm.oid);
  return (
    digest !== undefined &&
    serial === subject.serial &&
    equalBytes(work.digest(digest, subject.issuer.der), issuerNameHash) &&
    equalBytes(work.digest(digest, issuer.publicKey.key), issuerKeyHash)
  );
}

const sha256 = fromHex('300d06096086480165030402010500');
const nonceOid = fromHex('06092b0601050507300102');

/**
 *     OCSPRequest ::= SEQUENCE { tbsRequest SEQUENCE {
 *       requestList       SEQUENCE OF SEQUENCE { reqCert CertID },
 *       requestExtensions [2] EXPLICIT Extensions OPTIONAL } }
 *
 * A request about one certificate, by SHA-256 as the authority answers, with `nonce` (RFC 8954: 1 to 32 octets) in it.
 */
export function makeOcspRequest(subject: Certificate, issuer: Certificate, nonce: Uint8Array): Uint8Array {
  const digest = (octets: Uint8Array): Uint8Array => writeDer(0x04, hash('SHA-256', octets));
  const serial = writeDer(0x02, fromHex(subject.serial));
  const certId = writeDer(0x30, sha256, digest(subject.issuer.der), digest(issuer.publicKey.key), serial);
  const extension = writeDer(0x30, nonceOid, writeDer(0x04, writeDer(0x04, nonce)));
  const list = writeDer(0x30, writeDer(0x30, certId));
  return writeDer(0x30, writeDer(0x30, list, writeDer(0xa2, writeDer(0x30, extension))));
}
