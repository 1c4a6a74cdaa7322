import { fromHex } from '../bytes.ts';
import { findDigest, type DigestAlgorithm } from '../algorithms.ts';
import { elements, equalBytes, Fields, readOctetString, tags, type DerNode } from '../der.ts';
import { EdsRefusal } from '../refusal.ts';
import { readAlgorithmIdentifier } from '../x509/algorithm-identifier.ts';
import type { Work } from '../work.ts';
import { serialOf, type Certificate } from '../x509/certificate.ts';
import { directoryNames, readGeneralNames } from '../x509/general-name.ts';
import { singleValue, type Attribute } from './attributes.ts';
import { cmsOids } from './oids.ts';

const sha1 = findDigest('1.3.14.3.2.26') as DigestAlgorithm;

/**
 * Whether the signed attributes bind this certificate to the signature; undefined if they bind none.
 *
 *     SigningCertificate    ::= SEQUENCE { certs SEQUENCE OF ESSCertID,   policies SEQUENCE OF PolicyInformation
 *     OPTIONAL }
 *     SigningCertificateV2  ::= SEQUENCE { certs SEQUENCE OF ESSCertIDv2, policies SEQUENCE OF PolicyInformation
 *     OPTIONAL }
 *     ESSCertID             ::= SEQUENCE { certHash OCTET STRING, issuerSerial IssuerSerial OPTIONAL }      -- SHA-1
 *     ESSCertIDv2           ::= SEQUENCE { hashAlgorithm AlgorithmIdentifier DEFAULT id-sha256,
 *                                          certHash OCTET STRING, issuerSerial IssuerSerial OPTIONAL }
 *     IssuerSerial          ::= SEQUENCE { issuer GeneralNames, serialNumber CertificateSerialNumber }
 *
 * RFC 5035 sections 3 and 4: the first identifier is the signer's own certificate. Throws EdsRefusal if malformed.
 */
export function bindsCertificate(
  attributes: readonly Attribute[],
  certificate: Certificate,
  work: Work,
): boolean | undefined {
  const first = singleValue(attributes, cmsOids.signingCertificate);
  const second = singleValue(attributes, cmsOids.signingCertificateV2);
  if (first === undefined && second === undefined) return undefined;
  return (
    (first === undefined || matches(first, certificate, 1, work)) &&
    (second === undefined || matches(second, certificate, 2, work))
  );
}

function matches(node: DerNode, certificate: Certificate, version: 1 | 2, work: Work): boolean {
  const [own] = elements(new Fields(node).any());
  if (own === undefined) throw new EdsRefusal('cms-attribute-malformed', node.start);
  const fields = new Fields(own);
  const algorithm = version === 2 ? fields.optional(tags.sequence) : undefined;
  const certHash = readOctetString(fields.any());
  const issuerSerial = fields.optional(tags.sequence);
  fields.end();
  const hash = hashOf(certificate, version, algorithm, work);
  return (
    hash !== undefined &&
    equalBytes(hash, certHash) &&
    (issuerSerial === undefined || isIssuerSerialOf(issuerSerial, certificate))
  );
}

function hashOf(
  { der, fingerprint }: Certificate,
  version: 1 | 2,
  algorithm: DerNode | undefined,
  work: Work,
): Uint8Array | undefined {
  // The default is SHA-256; the fingerprint is that digest.
  if (version === 2 && algorithm === undefined) return fromHex(fingerprint);
  const digest = algorithm === undefined ? sha1 : findDigest(readAlgorithmIdentifier(algorithm).oid);
  return digest && work.digest(digest, der);
}

function isIssuerSerialOf(node: DerNode, { issuer, serial }: Certificate): boolean {
  const fields = new Fields(node);
  const names = directoryNames(readGeneralNames(fields.any()));
  return names.some(({ canonical }) => canonical === issuer.canonical) && serialOf(fields.any()) === serial;
}
