import { hashHex } from '#eds-crypto';
import { Fields, readDer, readIntegerOctets, readSmallInteger, readTime, tags, toHex, type DerNode } from '../der.ts';
import { readIssuerName, readName, sameName, type Name } from '../name.ts';
import { oids } from '../oid.ts';
import { EdsRefusal } from '../refusal.ts';
import { certificateExtensions, type CertificateExtensions } from './certificate-extensions.ts';
import { readExtensions, type Extension } from './extension.ts';
import { unknownQualifiers } from './extensions/policies.ts';
import { readPublicKeyInfo, type PublicKeyInfo } from './public-key-info.ts';
import { readSigned, type Signed } from './signed.ts';

/** A certificate as it arrived (RFC 5280 4.1). This does not mean that it can be trusted. */
export interface Certificate extends Signed {
  readonly der: Uint8Array;
  /** SHA-256 of `der`, hex. */
  readonly fingerprint: string;
  readonly version: 1 | 2 | 3;
  /** The content octets of the INTEGER in hex, as they arrived (`serialOf` reads other structures the same way). */
  readonly serial: string;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKeyInfo;
  readonly extensions: CertificateExtensions;
  readonly allExtensions: readonly Extension[];
  /** Dotted OIDs of critical extensions, and of qualifiers in critical policies, that are not processed. */
  readonly unknownCritical: readonly string[];
}

/** A serial number in hex, comparable with `Certificate.serial`. */
export const serialOf = (node: DerNode): string => toHex(readIntegerOctets(node));

/** `Version ::= INTEGER { v1(0), v2(1), v3(2) }`; extensions need version 3, unique identifiers version 2 or 3. */
const readVersion = (node: DerNode | undefined): 1 | 2 | 3 => {
  const value = node === undefined ? 0 : readSmallInteger(node);
  if (value === 0) return 1;
  if (value === 1) return 2;
  if (value === 2) return 3;
  throw new EdsRefusal('certificate-version', node?.start);
};

const readValidity = (node: DerNode): { notBefore: Date; notAfter: Date } => {
  const fields = new Fields(node);
  const notBefore = readTime(fields.any());
  const notAfter = readTime(fields.any());
  fields.end();
  return { notBefore, notAfter };
};

/**
 * `TBSCertificate ::= SEQUENCE { version [0] Version DEFAULT v1, serialNumber INTEGER, signature AlgorithmIdentifier,
 *   issuer Name, validity Validity, subject Name, subjectPublicKeyInfo SubjectPublicKeyInfo,
 *   issuerUniqueID [1] BIT STRING OPTIONAL, subjectUniqueID [2] BIT STRING OPTIONAL, extensions [3] Extensions OPTIONAL }`
 */
const readTbs = (node: DerNode) => {
  const fields = new Fields(node);
  const version = readVersion(fields.optionalExplicit(0));
  const serial = serialOf(fields.any());
  const innerAlgorithm = fields.take(tags.sequence);
  const issuer = readIssuerName(fields.any());
  const validity = readValidity(fields.any());
  const subject = readName(fields.any());
  const publicKey = readPublicKeyInfo(fields.any());
  const uniqueIds = [fields.optional(0x81), fields.optional(0x82)].some((id) => id !== undefined);
  const extensionsNode = fields.optionalExplicit(3);
  fields.end();
  if ((uniqueIds && version === 1) || (extensionsNode && version !== 3)) {
    throw new EdsRefusal('certificate-version', node.start);
  }
  const allExtensions = extensionsNode ? readExtensions(extensionsNode) : [];
  return { innerAlgorithm, value: { version, serial, issuer, ...validity, subject, publicKey, allExtensions } };
};

/**
 * RFC 5280 4.2.1.4: a verifier that cannot interpret a critical policies extension, including its qualifiers, must
 * reject the certificate.
 */
const criticalQualifiers = (
  all: readonly Extension[],
  { certificatePolicies = [] }: CertificateExtensions,
): readonly string[] =>
  all.some(({ oid, critical }) => critical && oid === oids.extension.certificatePolicies)
    ? unknownQualifiers(certificatePolicies)
    : [];

/** The largest certificate in octets, and in elements. */
const limits = { bytes: 1024 * 1024, elements: 20_000 };

/**
 * `Certificate ::= SEQUENCE { tbsCertificate TBSCertificate, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT
 * STRING }`
 *
 * `fingerprint`: if the caller has it already.
 *
 * @throws EdsRefusal if it is not a certificate in DER, or one of the known extensions is not valid.
 */
export const parseCertificate = (der: Uint8Array, fingerprint: string = hashHex('SHA-256', der)): Certificate => {
  const { tbs, signatureAlgorithm, signature, value } = readSigned(
    readDer(der, limits),
    readTbs,
    'certificate-algorithm-mismatch',
  );
  const extensions = certificateExtensions.read(value.allExtensions);
  return {
    ...value,
    der,
    fingerprint,
    tbs,
    signatureAlgorithm,
    signature,
    extensions,
    unknownCritical: [
      ...certificateExtensions.unknownCritical(value.allExtensions),
      ...criticalQualifiers(value.allExtensions, extensions),
    ],
  };
};

/** RFC 5280 3.2, 6.1: issuer and subject have the same name, whoever signed it. */
export const isSelfIssued = (certificate: Certificate): boolean => sameName(certificate.issuer, certificate.subject);
