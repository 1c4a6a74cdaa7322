import { verify } from 'node:crypto';
import { opensslDigest, opensslDigests, type DigestAlgorithm, type OpensslDigestName } from './algorithms/digests.ts';
import { importPublicKey } from './algorithms/openssl-keys.ts';
import { nationalDigests } from './algorithms/national-digests.ts';
import { pssByName, readPssParameters, verifyPss } from './algorithms/pss.ts';
import { findSignatureAlgorithm, type SignatureScheme } from './algorithms/table.ts';
import { gost34311 } from './gost/gost34311.ts';
import { readGostPublicKey } from './gost/public-key.ts';
import { verifyGostSignature } from './gost/signature.ts';
import { streebog512 } from './gost/streebog.ts';
import { gost2004Curve, gost2015Curve, type Curve } from './gost/curve.ts';
import { EdsRefusal } from './refusal.ts';

export { combineWithDigest, findSignatureAlgorithm, type SignatureAlgorithm } from './algorithms/table.ts';
export type { DigestAlgorithm, DigestName } from './algorithms/digests.ts';
export { modulusBits } from './algorithms/openssl-keys.ts';

/** `AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY DEFINED BY algorithm OPTIONAL }` (RFC 5280 4.1.1.2). */
export interface AlgorithmIdentifier {
  /** Dotted object identifier. */
  readonly oid: string;
  /** The parameters' whole DER, tag included; absent when the field is. */
  readonly parameters?: Uint8Array;
}

/** `unsupported`: nothing may be concluded; the table, the key or the parameters name something that is not verified here. */
export type SignatureAnswer = 'valid' | 'invalid' | 'unsupported';

const digestsByOid = new Map([...opensslDigests, ...nationalDigests].map((digest) => [digest.oid, digest]));

/** The digest of a dotted OID; undefined when unknown. */
export function findDigest(oid: string): DigestAlgorithm | undefined {
  return digestsByOid.get(oid);
}

/**
 * Verifies `signature` over `message` by the key in `spki` (DER SubjectPublicKeyInfo). No policy is applied: MD5, SHA-1 and short keys
 * are computed like any other; whether they may be relied on is the profile's decision.
 *
 *     verifySignature({ oid: '1.2.840.10045.4.3.2' }, spki, message, derSignature) // 'valid'
 *
 * Never throws for what is in its arguments: a malformed signature is `invalid`, an unknown algorithm or key `unsupported`.
 */
export function verifySignature(
  algorithm: AlgorithmIdentifier,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): SignatureAnswer {
  const scheme = findSignatureAlgorithm(algorithm.oid)?.scheme;
  return scheme === undefined ? 'unsupported' : verifyByScheme(scheme, algorithm, spki, message, signature);
}

function verifyByScheme(
  scheme: SignatureScheme,
  algorithm: AlgorithmIdentifier,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): SignatureAnswer {
  switch (scheme.kind) {
    case 'rsa-pkcs1':
      return byOpenssl(opensslDigest[scheme.digest], spki, 'rsa', message, signature);
    case 'ecdsa':
      return byOpenssl(opensslDigest[scheme.digest], spki, 'ec', message, signature);
    case 'dsa':
      return byOpenssl(opensslDigest[scheme.digest], spki, 'dsa', message, signature);
    case 'rsa-pss':
      return byPss(scheme.digest, algorithm, spki, message, signature);
    case 'gost-2004':
      return byGost(gost2004Curve, spki, gost34311(message), signature);
    case 'gost-2015-512':
      return byGost(gost2015Curve, spki, streebog512(message), signature);
    default:
      return 'unsupported';
  }
}

function byPss(
  named: OpensslDigestName | undefined,
  { parameters }: AlgorithmIdentifier,
  spki: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
): SignatureAnswer {
  try {
    // RFC 4055 3.1: in a signature the parameters must be there; a name alone says the digest.
    const pss = parameters !== undefined ? readPssParameters(parameters) : named && pssByName(named, spki);
    return pss === undefined ? 'unsupported' : verifyPss(pss, parameters, spki, message, signature);
  } catch (error) {
    if (error instanceof EdsRefusal) return 'unsupported';
    throw error;
  }
}

function byGost(curve: Curve, spki: Uint8Array, digest: Uint8Array, signature: Uint8Array): SignatureAnswer {
  const key = readGostPublicKey(spki);
  if (key?.curve !== curve) return 'unsupported';
  return verifyGostSignature(curve, key.point, digest, signature) ? 'valid' : 'invalid';
}

/** Node's defaults are what is wanted, and a key handed over bare is a third faster: PKCS #1 v1.5 for `rsa`, DER for `ec` and `dsa`. */
function byOpenssl(
  digest: string,
  spki: Uint8Array,
  keyType: 'rsa' | 'ec' | 'dsa',
  message: Uint8Array,
  signature: Uint8Array,
): SignatureAnswer {
  const key = importPublicKey(spki);
  if (key === 'unsupported' || key.asymmetricKeyType !== keyType) return 'unsupported';
  try {
    return verify(digest, message, key, signature) ? 'valid' : 'invalid';
  } catch {
    // OpenSSL throws rather than answers for some malformed signatures of DSA.
    return 'invalid';
  }
}
