import type { OpensslDigestName } from '../algorithms/digest-names.ts';
import type { RunningDigest } from '../running-digest.ts';
import type { PssParameters } from '../algorithms/pss.ts';

/** The form of a key's signatures: PKCS #1 v1.5 for `rsa`, DER of r and s for `ec` (P-256, P-384, P-521) and `dsa`. */
export type KeyType = 'rsa' | 'ec' | 'dsa';

/** `unsupported`: the key cannot be read, or has another type. */
export type Answer = 'valid' | 'invalid' | 'unsupported';

/**
 * What the core does not compute itself; all calls are synchronous. `#eds-crypto` (package.json, "imports") is
 * `node.ts` in Node and `browser.ts` in a bundle for browsers; `test/lib/eds/crypto` compares the two. Keys are DER
 * SubjectPublicKeyInfo.
 */
export interface CryptoPort {
  readonly hash: (name: OpensslDigestName, message: Uint8Array) => Uint8Array;
  /** The same as lower-case hex: Node makes a string in half the time of an array, with less garbage to collect. */
  readonly hashHex: (name: OpensslDigestName, message: Uint8Array) => string;
  /** Whether two arrays have the same octets. Node compares a certificate in a tenth of a loop's time. */
  readonly sameOctets: (left: Uint8Array, right: Uint8Array) => boolean;
  /** Hashing in pieces. */
  readonly startHash: (name: OpensslDigestName) => RunningDigest;
  readonly verifyMessage: (
    type: KeyType,
    digest: OpensslDigestName,
    spki: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => Answer;
  /** RSASSA-PKCS1-v1_5 over a digest that was computed before (RFC 8017 8.2.2). */
  readonly verifyPkcs1Digest: (
    name: OpensslDigestName,
    spki: Uint8Array,
    digest: Uint8Array,
    signature: Uint8Array,
  ) => Answer;
  /** The parameters that a bare name of PSS means; an id-RSASSA-PSS key may have others. */
  readonly pssByName: (digest: OpensslDigestName, spki: Uint8Array) => PssParameters;
  /** `parameters`: their DER, as in the signature. */
  readonly verifyPss: (
    scheme: PssParameters,
    parameters: Uint8Array | undefined,
    spki: Uint8Array,
    message: Uint8Array,
    signature: Uint8Array,
  ) => Answer;
}
