import { constants, verify, type KeyObject } from 'node:crypto';
import { Fields, readDer, readOid, readSmallInteger, writeDer, type DerNode } from '../der.ts';
import { opensslDigest, opensslDigests, type OpensslDigestName } from './digests.ts';
import { importPublicKey } from './openssl-keys.ts';

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

/**
 * What a bare name such as `RSASSA-PSS-SHA-256` means: one digest for all and a salt as long as it (RFC 4055 section 3.1's advice), unless an
 * id-RSASSA-PSS key says otherwise.
 */
export function pssByName(digest: OpensslDigestName, spki: Uint8Array): PssParameters {
  const key = importPublicKey(spki);
  const own = key === 'unsupported' ? undefined : key.asymmetricKeyDetails;
  const mask = opensslDigests.find(({ name }) => opensslDigest[name as OpensslDigestName] === own?.mgf1HashAlgorithm);
  const length = opensslDigests.find(({ name }) => name === digest)?.length ?? 0;
  return {
    digest,
    maskDigest: (mask?.name as OpensslDigestName | undefined) ?? digest,
    saltLength: own?.saltLength ?? length,
  };
}

const mgf1 = '1.2.840.113549.1.1.8';

/** Refuses (EdsRefusal) malformed DER; undefined for a digest, mask or trailer that is not verified. */
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
  return opensslDigests.find((digest) => digest.oid === oid)?.name as OpensslDigestName | undefined;
}

function readMask(node: DerNode): OpensslDigestName | undefined {
  const fields = new Fields(node);
  return readOid(fields.any()) === mgf1 ? readDigest(fields.any()) : undefined;
}

/**
 * Verifies by an rsaEncryption key, or by an id-RSASSA-PSS key whose own parameters must then be the signature's (RFC 4055 section 3.3).
 * OpenSSL through Node takes a mask digest of its own only from such a key; one is made when it differs.
 */
export function verifyPss(
  { digest, maskDigest, saltLength }: PssParameters,
  parameters: Uint8Array | undefined,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): 'valid' | 'invalid' | 'unsupported' {
  const given = importPublicKey(spki);
  if (given === 'unsupported') return 'unsupported';
  let key: KeyObject | 'unsupported' = given;
  if (given.asymmetricKeyType === 'rsa') {
    if (maskDigest !== digest)
      key = parameters === undefined ? 'unsupported' : importPublicKey(restrictToPss(spki, parameters));
  } else if (given.asymmetricKeyType === 'rsa-pss') {
    const own = given.asymmetricKeyDetails ?? {};
    const hash = opensslDigest[digest];
    if (own.hashAlgorithm !== undefined && own.hashAlgorithm !== hash) return 'invalid';
    if (own.mgf1HashAlgorithm !== undefined && own.mgf1HashAlgorithm !== opensslDigest[maskDigest]) return 'invalid';
    if (own.saltLength !== undefined && own.saltLength > saltLength) return 'invalid';
  } else key = 'unsupported';
  if (key === 'unsupported') return 'unsupported';
  try {
    const padded = { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength };
    return verify(opensslDigest[digest], message, padded, signature) ? 'valid' : 'invalid';
  } catch {
    return 'invalid';
  }
}

const pssOidDer = Buffer.from('06092a864886f70d01010a', 'hex');

function restrictToPss(spki: Uint8Array, parameters: Uint8Array): Uint8Array {
  const fields = new Fields(readDer(spki));
  fields.any();
  return writeDer(0x30, writeDer(0x30, pssOidDer, parameters), fields.any().raw);
}
