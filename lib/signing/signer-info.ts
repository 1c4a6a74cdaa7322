import { readIssued } from './issued.ts';
import { element, implicit, integer, octetString, oid, sequence, setOf, tagged, time, type Der } from './der-writer.ts';
import type { RandomSource } from './random.ts';
import type { PersonKey, SigningKey } from './signing-key.ts';

export const contentTypes = { data: '1.2.840.113549.1.7.1', timestamp: '1.2.840.113549.1.9.16.1.4' } as const;

/** A certificate (DER) with its key. */
export interface Signer<Key extends PersonKey = SigningKey> {
  readonly certificate: Uint8Array;
  readonly privateKey: Key;
}

export interface SignerInfoFields extends Pick<SignerInfoParts, 'signedAttributes' | 'namedBy'> {
  readonly signer: Signer;
  readonly content: Uint8Array;
  /** Gets the signature value and returns the unsigned attributes (a timestamp needs the value). */
  readonly unsignedAttributes?: (signature: Uint8Array) => readonly Uint8Array[];
  readonly random?: RandomSource;
}

/** A SignerInfo by a key that signs synchronously. */
export function signerInfo(fields: SignerInfoFields): Der {
  const { signer, signedAttributes, content, unsignedAttributes, random } = fields;
  const signature = signer.privateKey.sign(signedOctets(signedAttributes, content), random);
  return assembleSignerInfo({ ...fields, signature, unsignedAttributes: unsignedAttributes?.(signature) ?? [] });
}

/** What is signed (RFC 5652 5.4): the signed attributes as a SET, or the content itself if there are none. */
export const signedOctets = (signedAttributes: readonly Uint8Array[], content: Uint8Array): Uint8Array =>
  signedAttributes.length > 0 ? setOf(...signedAttributes) : content;

export interface SignerInfoParts {
  readonly signer: Signer<PersonKey>;
  /** DER of each signed Attribute; if empty, the signature is over the content itself. */
  readonly signedAttributes: readonly Uint8Array[];
  readonly signature: Uint8Array;
  readonly unsignedAttributes: readonly Uint8Array[];
  /** How the signer's certificate is named; the authority's clients use issuer and serial number. */
  readonly namedBy?: 'issuerAndSerial' | 'keyIdentifier';
}

/**
 *     SignerInfo ::= SEQUENCE { version, sid, digestAlgorithm, signedAttrs [0] IMPLICIT OPTIONAL,
 *       signatureAlgorithm, signature OCTET STRING, unsignedAttrs [1] IMPLICIT OPTIONAL }      -- RFC 5652 5.3
 */
export function assembleSignerInfo(parts: SignerInfoParts): Der {
  const { signer, signedAttributes, signature, unsignedAttributes, namedBy } = parts;
  const attributes = (tag: number, all: readonly Uint8Array[]) =>
    all.length > 0 ? [retagged(tag, setOf(...all))] : [];
  return sequence(
    integer(namedBy === 'keyIdentifier' ? 3 : 1),
    signerIdentifier(signer.certificate, namedBy),
    signer.privateKey.digestAlgorithm,
    ...attributes(0xa0, signedAttributes),
    signer.privateKey.signatureAlgorithm,
    octetString(signature),
    ...attributes(0xa1, unsignedAttributes),
  );
}

/** IMPLICIT: only the identifier octet changes. */
export function retagged(tag: number, der: Uint8Array): Der {
  const copy = Uint8Array.from(der);
  copy[0] = tag;
  return copy;
}

export function signerIdentifier(certificate: Uint8Array, namedBy: SignerInfoFields['namedBy']): Der {
  const { issuer, serial, subjectKeyIdentifier } = readIssued(certificate);
  return namedBy === 'keyIdentifier' && subjectKeyIdentifier
    ? implicit(0, subjectKeyIdentifier)
    : sequence(issuer, element(0x02, serial));
}

export const attribute = (identifier: string, ...values: readonly Uint8Array[]): Der =>
  sequence(oid(identifier), setOf(...values));

export const contentTypeAttribute = (type: string): Der => attribute('1.2.840.113549.1.9.3', oid(type));
export const messageDigestAttribute = (digest: Uint8Array): Der =>
  attribute('1.2.840.113549.1.9.4', octetString(digest));
export const signingTimeAttribute = (at: Date): Der => attribute('1.2.840.113549.1.9.5', time(at));

/** ESS (RFC 5035 section 3): names the signer's certificate by its SHA-256, the default digest. */
export const signingCertificateV2 = (certificate: Uint8Array, sha256: (bytes: Uint8Array) => Uint8Array): Der =>
  attribute('1.2.840.113549.1.9.16.2.47', sequence(sequence(sequence(octetString(sha256(certificate))))));

/** The same by SHA-1 (RFC 2634 5.4), as the national timestamp authority writes it. */
export const signingCertificateV1 = (certificate: Uint8Array, sha1: (bytes: Uint8Array) => Uint8Array): Der =>
  attribute('1.2.840.113549.1.9.16.2.12', sequence(sequence(sequence(octetString(sha1(certificate))))));

/** A timestamp over the signature value (RFC 3161 appendix A). */
export const signatureTimestamp = (token: Uint8Array): Der => attribute('1.2.840.113549.1.9.16.2.14', token);

export const explicitContent = (content: Uint8Array): Der => tagged(0, octetString(content));
