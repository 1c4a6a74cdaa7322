import { createHash } from 'node:crypto';
import { Fields, readDer } from '../../eds/der.ts';
import { bitString, element, integer, sequence, tagged, time, type Der } from '../../signing/der-writer.ts';
import { extensions } from './extension.ts';
import type { RandomSource } from '../../signing/random.ts';
import type { SigningKey } from '../../signing/signing-key.ts';

/**
 * The content of a certificate. `serial` is the INTEGER's content, big-endian and positive; names and key are complete
 * DER.
 */
export interface CertificateFields {
  readonly serial: Uint8Array;
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly spki: Uint8Array;
  readonly extensions: readonly Uint8Array[];
}

/**
 *     Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue BIT STRING }   -- RFC 5280 4.1
 */
export const signCertificate = (fields: CertificateFields, issuerKey: SigningKey, random?: RandomSource): Der =>
  signStructure(toBeSigned(fields, issuerKey.signatureAlgorithm), issuerKey, random);

export const toBeSigned = (fields: CertificateFields, signatureAlgorithm: Uint8Array): Der =>
  sequence(
    tagged(0, integer(2)),
    element(0x02, fields.serial),
    signatureAlgorithm,
    fields.issuer,
    sequence(time(fields.notBefore), time(fields.notAfter)),
    fields.subject,
    fields.spki,
    ...(fields.extensions.length > 0 ? [tagged(3, extensions(fields.extensions))] : []),
  );

/** The SIGNED structure that certificates, CRLs and basic OCSP answers share; `more` follows the signature. */
export const signStructure = (
  tbs: Uint8Array,
  key: SigningKey,
  random?: RandomSource,
  more: readonly Uint8Array[] = [],
): Der => sequence(tbs, key.signatureAlgorithm, bitString(key.sign(tbs, random)), ...more);

/** Twenty octets, positive and without a leading zero octet, like the authority's serial numbers. */
export function newSerial(random: RandomSource): Uint8Array {
  const serial = Uint8Array.from(random(20));
  serial[0] = (serial[0]! & 0x7f) | 0x40;
  return serial;
}

const sha1 = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha1').update(bytes).digest());

/** RFC 5280 4.2.1.2 (1): the SHA-1 of the BIT STRING's octets. The authority's CAs use it. */
export const authorityIdentifierOf = (spki: Uint8Array): Uint8Array => sha1(publicKeyOctets(spki));

/** The authority's user certificates use the SHA-1 of the whole SubjectPublicKeyInfo. */
export const userIdentifierOf = (spki: Uint8Array): Uint8Array => sha1(spki);

/** The BIT STRING's octets, which an OCSP certID hashes (RFC 6960 4.1.1). */
export function publicKeyOctets(spki: Uint8Array): Uint8Array {
  const fields = new Fields(readDer(spki));
  fields.any();
  return fields.any().content.subarray(1);
}
