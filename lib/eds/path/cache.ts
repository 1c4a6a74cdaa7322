import { sameOctets } from '#eds-crypto';
import { prepareVerification, type SignatureAnswer } from '../algorithms.ts';
import { parseCrl, type Crl } from '../crl/crl.ts';
import { equalBytes } from '../der.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';
import type { Signed } from '../x509/signed.ts';

/** Some 20 KB each. */
const mostBrought = 256;

/** How many keys of one issuer's name are tried on one object: forged namesakes must not fill the memory. */
const mostTrials = 16;

/** A key and an object: what verifying costs, and the answer once it is known. */
export interface Trial {
  readonly spki: Uint8Array;
  readonly verification: ReturnType<typeof prepareVerification>;
  answer?: SignatureAnswer;
}

interface Remembered {
  trials: readonly Trial[];
  digests?: Map<string, Uint8Array>;
}

/**
 * The last part of a certificate is its signature, so these four octets are practically random. Certificates made to
 * have the same ones only share a place.
 */
const placeOf = (der: Uint8Array): number => {
  const end = der.length;
  return (der[end - 4]! << 24) | (der[end - 3]! << 16) | (der[end - 2]! << 8) | der[end - 1]!;
};

/**
 * What was parsed and verified already. The caller owns the cache and passes it in; the core itself keeps nothing.
 * Entries are found by the identity of arrays, so a caller with a cache must not write into arrays that were passed
 * with it. It keeps only facts that no trust, time or policy can change: how octets read, and whether a key made a
 * signature.
 */
export class EdsCache {
  readonly #certificates = new WeakMap<Uint8Array, Certificate>();
  readonly #brought = new Map<number, Certificate>();
  readonly #crls = new WeakMap<Uint8Array, Crl>();
  readonly #remembered = new WeakMap<Signed, Remembered>();

  /** @throws EdsRefusal like `parseCertificate`. */
  certificate(der: Uint8Array): Certificate {
    const known = this.#certificates.get(der);
    if (known !== undefined) return known;
    const certificate = parseCertificate(der);
    this.#certificates.set(der, certificate);
    return certificate;
  }

  /**
   * The same for a certificate that comes with a signature: the arrays are new each time, but the signers are the same
   * again and again (an office's officers). All octets are compared. The last `mostBrought` are kept.
   */
  brought(der: Uint8Array): Certificate {
    const place = placeOf(der);
    const known = this.#brought.get(place);
    const kept = known !== undefined && sameOctets(known.der, der);
    const certificate = kept ? known : parseCertificate(der.slice());
    this.#brought.delete(place);
    this.#brought.set(place, certificate);
    if (this.#brought.size > mostBrought) this.#forgetOldest();
    return certificate;
  }

  #forgetOldest(): void {
    const [oldest] = this.#brought.keys();
    if (oldest !== undefined) this.#brought.delete(oldest);
  }

  /** @throws EdsRefusal like `parseCrl`. */
  crl(der: Uint8Array): Crl {
    const known = this.#crls.get(der);
    if (known !== undefined) return known;
    const crl = parseCrl(der);
    this.#crls.set(der, crl);
    return crl;
  }

  /**
   * Whether the key (DER SubjectPublicKeyInfo) signed the object, if it is known; the caller that verifies stores the
   * answer there.
   */
  trial(signed: Signed, spki: Uint8Array): Trial {
    const remembered = this.#remember(signed);
    const known = remembered.trials.find((each) => each.spki === spki || equalBytes(each.spki, spki));
    if (known !== undefined) return known;
    const trial = { spki, verification: prepareVerification(signed.signatureAlgorithm, spki, signed.signature) };
    remembered.trials = [trial, ...remembered.trials].slice(0, mostTrials);
    return trial;
  }

  /** By OID, the digests of what is signed. */
  digests(signed: Signed): Map<string, Uint8Array> {
    return (this.#remember(signed).digests ??= new Map());
  }

  #remember(signed: Signed): Remembered {
    const known = this.#remembered.get(signed);
    if (known !== undefined) return known;
    const made: Remembered = { trials: [] };
    this.#remembered.set(signed, made);
    return made;
  }
}
