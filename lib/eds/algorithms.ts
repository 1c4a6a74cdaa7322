import { pssByName, verifyMessage, verifyPkcs1Digest, verifyPss } from '#eds-crypto';
import { opensslDigests, type DigestAlgorithm, type DigestName } from './algorithms/digests.ts';
import { type OpensslDigestName } from './algorithms/digest-names.ts';
import { sizeOfKey } from './algorithms/key-bounds.ts';
import { gost34311Digest, nationalDigests, streebogDigest } from './algorithms/national-digests.ts';
import { opensslPrice } from './algorithms/prices.ts';
import { readPssParameters, type PssParameters } from './algorithms/pss.ts';
import { findSignatureAlgorithm, type SignatureScheme } from './algorithms/table.ts';
import { attempt } from './attempt.ts';
import type { Budget } from './budget.ts';
import { readGostPublicKey } from './gost/public-key.ts';
import { verifyGostSignature } from './gost/signature.ts';
import { gost2004Curve, gost2015Curve, type Curve } from './gost/curve.ts';
import { Message } from './message.ts';

export { combineWithDigest, findSignatureAlgorithm, type SignatureAlgorithm } from './algorithms/table.ts';
export type { DigestAlgorithm, DigestName } from './algorithms/digests.ts';
export { modulusBits } from './algorithms/key-bounds.ts';

/** `AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY DEFINED BY algorithm OPTIONAL }` (RFC 5280 4.1.1.2). */
export interface AlgorithmIdentifier {
  /** Dotted object identifier. */
  readonly oid: string;
  /** The parameters' whole DER, tag included; absent if the field is absent. */
  readonly parameters?: Uint8Array;
}

/** `unsupported`: nothing may be concluded, because the algorithm, the key or the parameters are not supported here. */
export type SignatureAnswer = 'valid' | 'invalid' | 'unsupported';

/** A verification that can be made; it has cost nothing yet. */
export interface Verification {
  /** The digest that it needs of a message of this length; undefined if OpenSSL does the hashing. */
  readonly digestOf: (length: number) => DigestAlgorithm | undefined;
  /** Pays for the whole verification, and returns the function that makes it. */
  readonly pay: (message: Message, budget: Budget) => () => SignatureAnswer;
}

const digestsByOid = new Map([...opensslDigests, ...nationalDigests].map((digest) => [digest.oid, digest]));
const digestsByName = new Map<DigestName, DigestAlgorithm>([...digestsByOid.values()].map((each) => [each.name, each]));

/** The digest of a dotted OID; undefined if unknown. */
export function findDigest(oid: string): DigestAlgorithm | undefined {
  return digestsByOid.get(oid);
}

/**
 * Verifies `signature` over `message` with the key in `spki` (DER SubjectPublicKeyInfo). It applies no policy: MD5,
 * SHA-1 and short keys are computed like any other; the profile decides whether they may be relied on.
 *
 *     verifySignature({ oid: '1.2.840.10045.4.3.2' }, spki, new Message(octets), derSignature, new Budget()) // 'valid'
 *
 * Throws only `BudgetExhausted`: a malformed signature is `invalid`, an unknown algorithm or key is `unsupported`.
 */
export function verifySignature(
  algorithm: AlgorithmIdentifier,
  spki: Uint8Array,
  message: Message,
  signature: Uint8Array,
  budget: Budget,
): SignatureAnswer {
  const verification = prepareVerification(algorithm, spki, signature);
  return typeof verification === 'string' ? verification : verification.pay(message, budget)();
}

/**
 * The cheap checks come first: whether key and algorithm belong together, and whether the signature has the key's
 * length.
 */
export function prepareVerification(
  algorithm: AlgorithmIdentifier,
  spki: Uint8Array,
  signature: Uint8Array,
): Verification | Exclude<SignatureAnswer, 'valid'> {
  const scheme = findSignatureAlgorithm(algorithm.oid)?.scheme;
  return scheme === undefined ? 'unsupported' : prepareByScheme(scheme, algorithm, spki, signature);
}

type Prepared = ReturnType<typeof prepareVerification>;

function prepareByScheme(
  scheme: SignatureScheme,
  algorithm: AlgorithmIdentifier,
  spki: Uint8Array,
  signature: Uint8Array,
): Prepared {
  switch (scheme.kind) {
    case 'rsa-pkcs1':
      return byPkcs1(scheme.digest, spki, signature);
    case 'ecdsa':
      return byOpenssl(scheme.digest, spki, 'ec', signature);
    case 'dsa':
      return byOpenssl(scheme.digest, spki, 'dsa', signature);
    case 'rsa-pss':
      return byPss(scheme.digest, algorithm, spki, signature);
    case 'gost-2004':
      return byGost(gost2004Curve, gost34311Digest, 1000, spki, signature);
    case 'gost-2015-512':
      return byGost(gost2015Curve, streebogDigest, 3000, spki, signature);
    default:
      return 'unsupported';
  }
}

function byPss(
  named: OpensslDigestName | undefined,
  { parameters }: AlgorithmIdentifier,
  spki: Uint8Array,
  signature: Uint8Array,
): Prepared {
  // RFC 4055 3.1: in a signature the parameters must be present; only a name of the table implies the digest.
  const read = parameters && attempt(() => readPssParameters(parameters));
  const digest = parameters === undefined ? named : read?.digest;
  const run = (message: Uint8Array): SignatureAnswer => {
    const pss: PssParameters | undefined = read ?? (named && pssByName(named, spki));
    return pss === undefined ? 'unsupported' : verifyPss(pss, parameters, spki, message, signature);
  };
  return digest === undefined ? 'unsupported' : hashingItself(digest, spki, 'rsa', signature, run);
}

function byGost(
  curve: Curve,
  digest: DigestAlgorithm,
  price: number,
  spki: Uint8Array,
  signature: Uint8Array,
): Prepared {
  const key = readGostPublicKey(spki);
  if (key?.curve !== curve) return 'unsupported';
  if (signature.length !== curve.bits / 4) return 'invalid';
  return {
    digestOf: () => digest,
    pay: (message, budget) => {
      budget.verification(price);
      message.pay(digest, budget);
      return () =>
        verifyGostSignature(curve, key.point, message.digestBy(digest, budget), signature) ? 'valid' : 'invalid';
    },
  };
}

function byOpenssl(
  digest: OpensslDigestName,
  spki: Uint8Array,
  keyType: 'rsa' | 'ec' | 'dsa',
  signature: Uint8Array,
): Prepared {
  const run = (message: Uint8Array) => verifyMessage(keyType, digest, spki, message, signature);
  return hashingItself(digest, spki, keyType, signature, run);
}

/** OpenSSL takes no ready digest through Node, so it hashes again for every key. */
function hashingItself(
  digest: OpensslDigestName,
  spki: Uint8Array,
  keyType: 'rsa' | 'ec' | 'dsa',
  signature: Uint8Array,
  run: (message: Uint8Array) => SignatureAnswer,
): Prepared {
  const size = sizeOfKey(spki);
  const algorithm = digestsByName.get(digest);
  if (size?.kind !== keyType || algorithm === undefined) return 'unsupported';
  const fits = size.kind === 'rsa' ? signature.length === Math.ceil(size.modulus / 8) : signature.length <= longestPair;
  if (!fits) return 'invalid';
  return {
    digestOf: () => undefined,
    pay: (message, budget) => {
      budget.verification(opensslPrice(size));
      message.pay(algorithm, budget, true);
      return () => run(message.octets);
    },
  };
}

/** A long message is hashed once; a short one OpenSSL hashes as fast as it verifies. */
function byPkcs1(name: OpensslDigestName, spki: Uint8Array, signature: Uint8Array): Prepared {
  const verification = byOpenssl(name, spki, 'rsa', signature);
  const digest = digestsByName.get(name);
  const size = sizeOfKey(spki);
  if (typeof verification === 'string' || digest === undefined || size === undefined) return verification;
  const digestOf = (length: number) => (length > longMessage ? digest : undefined);
  return {
    digestOf,
    pay: (message, budget) => {
      if (digestOf(message.octets.length) === undefined) return verification.pay(message, budget);
      budget.verification(opensslPrice(size));
      message.pay(digest, budget);
      return () => verifyPkcs1Digest(name, spki, message.digestBy(digest, budget), signature);
    },
  };
}

/** In octets: some tens of microseconds of SHA-2, as long as the signature itself takes. */
const longMessage = 32_768;

/** Octets of `SEQUENCE { r INTEGER, s INTEGER }` of P-521. */
const longestPair = 139;
