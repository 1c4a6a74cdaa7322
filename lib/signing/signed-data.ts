import { element, integer, oid, sequence, setOf, tagged, type Der } from './der-writer.ts';
import { indefinite } from './indefinite.ts';
import type { RandomSource } from './random.ts';
import {
  contentTypeAttribute,
  contentTypes,
  explicitContent,
  messageDigestAttribute,
  signatureTimestamp,
  signerInfo,
  signingTimeAttribute,
  type Signer,
} from './signer-info.ts';

export const signedDataOid = '1.2.840.113549.1.7.2';

export interface SignedDataFields {
  readonly version: 1 | 3;
  readonly digestAlgorithms: readonly Uint8Array[];
  readonly contentType: string;
  /** Absent: detached. */
  readonly content?: Uint8Array;
  readonly certificates: readonly Uint8Array[];
  readonly signerInfos: readonly Uint8Array[];
}

/**
 *     ContentInfo ::= SEQUENCE { contentType id-signedData, content [0] EXPLICIT SignedData }            -- RFC 5652 3
 *     SignedData ::= SEQUENCE { version, digestAlgorithms SET, encapContentInfo,
 *       certificates [0] IMPLICIT OPTIONAL, crls [1] IMPLICIT OPTIONAL, signerInfos SET }              -- RFC 5652 5.1
 */
export const signedData = (fields: SignedDataFields): Der =>
  sequence(
    oid(signedDataOid),
    tagged(
      0,
      sequence(
        integer(fields.version),
        setOf(...fields.digestAlgorithms),
        sequence(oid(fields.contentType), ...(fields.content ? [explicitContent(fields.content)] : [])),
        ...(fields.certificates.length > 0 ? [element(0xa0, ...fields.certificates)] : []),
        setOf(...fields.signerInfos),
      ),
    ),
  );

export interface SignCmsOptions {
  readonly content: Uint8Array;
  /** The content stays outside of the CMS. */
  readonly detached?: boolean;
  readonly signer: Signer;
  /** Certificates (DER) put in beside the signer's; the authority's clients put in none. */
  readonly chain?: readonly Uint8Array[];
  readonly signingTime: Date;
  /** Indefinite lengths and content in pieces, as NCALayer writes; otherwise DER. */
  readonly ber?: boolean;
  /** Gives a timestamp token for the signature value, put in as an unsigned attribute. */
  readonly timestamp?: (signature: Uint8Array) => Uint8Array;
  readonly random?: RandomSource;
}

/**
 * Signs as the national client programs do: content type, signing time and message digest as signed attributes, the
 * signer by issuer and serial number.
 *
 * @example signCms({ content: Buffer.from('test'), signer, signingTime: new Date() })
 */
export function signCms(options: SignCmsOptions): Der {
  const { content, detached = false, signer, chain = [], signingTime, ber = false, timestamp, random } = options;
  const { digestAlgorithm, digest } = signer.privateKey;
  const info = signerInfo({
    signer,
    content,
    signedAttributes: [
      contentTypeAttribute(contentTypes.data),
      signingTimeAttribute(signingTime),
      messageDigestAttribute(digest(content)),
    ],
    ...(timestamp && { unsignedAttributes: (signature) => [signatureTimestamp(timestamp(signature))] }),
    ...(random && { random }),
  });
  const cms = signedData({
    version: 1,
    digestAlgorithms: [digestAlgorithm],
    contentType: contentTypes.data,
    ...(!detached && { content }),
    certificates: [signer.certificate, ...chain],
    signerInfos: [info],
  });
  return ber ? indefinite(cms) : cms;
}
