import { element, integer, oid, sequence, setOf, tagged, type Der } from './der-writer.ts';
import { explicitContent } from './signer-info.ts';

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
