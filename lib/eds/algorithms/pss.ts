import { Fields, readDer, readOid, readSmallInteger, type DerNode } from '../der.ts';
import { digestOids, type OpensslDigestName } from './digest-names.ts';

/**
 *     RSASSA-PSS-params ::= SEQUENCE {
 *       hashAlgorithm     [0] HashAlgorithm    DEFAULT sha1,
 *       maskGenAlgorithm  [1] MaskGenAlgorithm DEFAULT mgf1SHA1,
 *       saltLength        [2] INTEGER          DEFAULT 20,
 *       trailerField      [3] INTEGER          DEFAULT 1 }
 *
 * RFC 4055 section 3.1.
 */
export interface PssParameters {
  readonly digest: OpensslDigestName;
  readonly maskDigest: OpensslDigestName;
  /** In bytes. */
  readonly saltLength: number;
}

const digestNames = Object.keys(digestOids) as OpensslDigestName[];
const mgf1 = '1.2.840.113549.1.1.8';

/** Throws EdsRefusal for malformed DER; returns undefined for a digest, mask or trailer that is not supported. */
export function readPssParameters(der: Uint8Array): PssParameters | undefined {
  const fields = new Fields(readDer(der));
  const hash = fields.optionalExplicit(0);
  const mask = fields.optionalExplicit(1);
  const salt = fields.optionalExplicit(2);
  const trailer = fields.optionalExplicit(3);
  fields.end();
  const digest = hash === undefined ? 'SHA-1' : readDigest(hash);
  const maskDigest = mask === undefined ? 'SHA-1' : readMask(mask);
  if (digest === undefined || maskDigest === undefined || (trailer !== undefined && readSmallInteger(trailer) !== 1))
    return undefined;
  return { digest, maskDigest, saltLength: salt === undefined ? 20 : readSmallInteger(salt) };
}

function readDigest(node: DerNode): OpensslDigestName | undefined {
  const oid = readOid(new Fields(node).any());
  return digestNames.find((name) => digestOids[name] === oid);
}

function readMask(node: DerNode): OpensslDigestName | undefined {
  const fields = new Fields(node);
  return readOid(fields.any()) === mgf1 ? readDigest(fields.any()) : undefined;
}
