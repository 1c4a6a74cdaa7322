import { createHash } from 'node:crypto';
import { publicKeyOctets, signStructure } from './certificate.ts';
import { revocationReasons, type RevocationReason } from './crl.ts';
import {
  element,
  enumerated,
  generalizedTime,
  implicit,
  nothing,
  octetString,
  oid,
  sequence,
  tagged,
  type Der,
} from '../../signing/der-writer.ts';
import { extension, extensions } from './extension.ts';
import { readIssued } from '../../signing/issued.ts';
import type { RandomSource } from '../../signing/random.ts';
import type { Signer } from '../../signing/signer-info.ts';

export const ocspExtensions = {
  nonce: '1.3.6.1.5.5.7.48.1.2',
  /** RFC 6960 4.4.8: "revoked" may also mean "never issued". */
  extendedRevoke: '1.3.6.1.5.5.7.48.1.9',
} as const;

/** What a responder says about a certificate (RFC 6960 2.2). */
export type OcspStatus =
  'good' | 'unknown' | { readonly revokedAt: Date; readonly reason?: Exclude<RevocationReason, 'removeFromCRL'> };

/** The answer for a serial number that was never issued (RFC 6960 2.2); send it with extended-revoke. */
export const neverIssued: OcspStatus = { revokedAt: new Date(0), reason: 'certificateHold' };

export interface SingleAnswer {
  /** DER of the CertID, as it was in the question. */
  readonly certId: Uint8Array;
  readonly status: OcspStatus;
  readonly thisUpdate: Date;
  readonly nextUpdate?: Date;
  /** Extensions of this status (RFC 6960 4.4). */
  readonly more?: readonly Uint8Array[];
}

export interface OcspFields {
  readonly responder: Signer;
  readonly producedAt: Date;
  readonly answers: readonly SingleAnswer[];
  /** The value of the request's nonce extension (RFC 8954: an OCTET STRING's DER). */
  readonly nonce?: Uint8Array;
  readonly extendedRevoke?: boolean;
  /** Further extensions of the answer. */
  readonly more?: readonly Uint8Array[];
  readonly namedBy?: 'name' | 'keyHash';
  readonly random?: RandomSource;
  /** Certificates included; the responder's own by default. */
  readonly certificates?: readonly Uint8Array[];
}

/** OCSPResponseStatus of an answer without content (RFC 6960 4.2.1). */
export const ocspRefusals = { malformedRequest: 1, internalError: 2, tryLater: 3, unauthorized: 6 } as const;
export const refuseOcsp = (why: keyof typeof ocspRefusals): Der => sequence(enumerated(ocspRefusals[why]));

/** OCSPResponse with a BasicOCSPResponse inside (RFC 6960 4.2.1). */
export function signOcsp(fields: OcspFields): Der {
  const { responder, random, certificates = [responder.certificate] } = fields;
  const more = certificates.length > 0 ? [tagged(0, sequence(...certificates))] : [];
  const basic = signStructure(responseData(fields), responder.privateKey, random, more);
  return sequence(enumerated(0), tagged(0, sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic))));
}

/** ResponseData (RFC 6960 4.2.1). */
function responseData({ responder, producedAt, answers, nonce, extendedRevoke, namedBy, more = [] }: OcspFields): Der {
  const { subject, spki } = readIssued(responder.certificate);
  const all = [
    ...(nonce ? [extension(ocspExtensions.nonce, nonce)] : []),
    ...(extendedRevoke ? [extension(ocspExtensions.extendedRevoke, nothing)] : []),
    ...more,
  ];
  return sequence(
    namedBy === 'keyHash' ? tagged(2, octetString(hash('sha1', publicKeyOctets(spki)))) : tagged(1, subject),
    generalizedTime(producedAt),
    sequence(...answers.map(singleResponse)),
    ...(all.length > 0 ? [tagged(1, extensions(all))] : []),
  );
}

const singleResponse = ({ certId, status, thisUpdate, nextUpdate, more = [] }: SingleAnswer): Der =>
  sequence(
    certId,
    certStatus(status),
    generalizedTime(thisUpdate),
    ...(nextUpdate ? [tagged(0, generalizedTime(nextUpdate))] : []),
    ...(more.length > 0 ? [tagged(1, extensions(more))] : []),
  );

function certStatus(status: OcspStatus): Der {
  if (status === 'good') return implicit(0, new Uint8Array());
  if (status === 'unknown') return implicit(2, new Uint8Array());
  const reason = status.reason === undefined ? [] : [tagged(0, enumerated(revocationReasons[status.reason]))];
  return tagged(1, generalizedTime(status.revokedAt), ...reason);
}

const digests = { sha1: '1.3.14.3.2.26', sha256: '2.16.840.1.101.3.4.2.1' } as const;
export type CertIdDigest = keyof typeof digests;

const hash = (digest: CertIdDigest, bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash(digest).update(bytes).digest());

/** CertID (RFC 6960 4.1.1); SHA-256 as the national responders answer. `serial` is the INTEGER's content. */
export function certIdOf(issuerCertificate: Uint8Array, serial: Uint8Array, digest: CertIdDigest = 'sha256'): Der {
  const { subject, spki } = readIssued(issuerCertificate);
  return sequence(
    sequence(oid(digests[digest]), nothing),
    octetString(hash(digest, subject)),
    octetString(hash(digest, publicKeyOctets(spki))),
    element(0x02, serial),
  );
}
