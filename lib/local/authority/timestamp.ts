import { createHash } from 'node:crypto';
import { signedData } from '../../signing/signed-data.ts';
import { element, generalizedTime, integer, octetString, oid, sequence, type Der } from '../../signing/der-writer.ts';
import type { RandomSource } from '../../signing/random.ts';
import {
  contentTypeAttribute,
  contentTypes,
  messageDigestAttribute,
  signerInfo,
  signingCertificateV1,
  signingCertificateV2,
  signingTimeAttribute,
  type Signer,
} from '../../signing/signer-info.ts';

export interface TimestampFields {
  readonly signer: Signer;
  readonly genTime: Date;
  /** The authority's policy, a dotted OID. */
  readonly policy: string;
  readonly imprint: Imprint;
  /** INTEGER contents, big-endian. */
  readonly serial: Uint8Array;
  /** DER of the request's nonce. */
  readonly nonce?: Uint8Array;
  /**
   * How the token names the signer's certificate: by RFC 5816 (v2, the default) or as the national authority does it
   * (v1).
   */
  readonly ess?: 'v1' | 'v2' | 'none';
  /** Certificates in the token; the signer's by default. */
  readonly certificates?: readonly Uint8Array[];
  readonly random?: RandomSource;
}

/** What the timestamp covers: DER of the digest's AlgorithmIdentifier, and the digest. */
export interface Imprint {
  readonly algorithm: Uint8Array;
  readonly digest: Uint8Array;
}

/** TSTInfo (RFC 3161 2.4.2). */
export const tstInfo = ({ policy, imprint, serial, genTime, nonce }: Omit<TimestampFields, 'signer'>): Der =>
  sequence(
    integer(1),
    oid(policy),
    sequence(imprint.algorithm, octetString(imprint.digest)),
    element(0x02, serial),
    generalizedTime(genTime),
    ...(nonce ? [nonce] : []),
  );

const hash = (name: 'sha1' | 'sha256') => (bytes: Uint8Array) => createHash(name).update(bytes).digest();

/** TimeStampToken: SignedData of version 3 over the TSTInfo (RFC 3161 2.4.2). */
export function signTimestamp(fields: TimestampFields): Der {
  const { signer, genTime, ess = 'v2', certificates = [signer.certificate], random } = fields;
  const content = tstInfo(fields);
  const { digestAlgorithm, digest } = signer.privateKey;
  const bindings = {
    v1: () => [signingCertificateV1(signer.certificate, hash('sha1'))],
    v2: () => [signingCertificateV2(signer.certificate, hash('sha256'))],
    none: () => [],
  };
  const info = signerInfo({
    signer,
    content,
    signedAttributes: [
      contentTypeAttribute(contentTypes.timestamp),
      signingTimeAttribute(genTime),
      ...bindings[ess](),
      messageDigestAttribute(digest(content)),
    ],
    ...(random && { random }),
  });
  return signedData({
    version: 3,
    digestAlgorithms: [digestAlgorithm],
    contentType: contentTypes.timestamp,
    content,
    certificates,
    signerInfos: [info],
  });
}
