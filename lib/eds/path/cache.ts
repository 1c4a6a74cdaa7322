import { sameOctets } from '#eds-crypto';
import { prepareVerification, type SignatureAnswer } from '../algorithms.ts';
import { parseCrl, type Crl } from '../crl/crl.ts';
import { equalBytes } from '../der.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';
import type { Signed } from '../x509/signed.ts';

/** Some 20 KB each. */
const mostBrought = 256;

/** Keys of one issuer's name tried upon one object; whoever brings forged namesakes shall not fill the memory. */
const mostTrials = 16;

/** A key upon an object: what verifying costs, and the answer once it was given. */
export interface Trial {
  readonly spki: Uint8Array;
  readonly verification: ReturnType<typeof prepareVerification>;
  answer?: SignatureAnswer;
}

interface Remembered {
  trials: readonly Trial[];
  digests?: Map<string, Uint8Array>;
}

/** A signature ends a certificate, so that these four octets are as good as drawn by chance. Who makes them alike makes a place be used in turns. */
const placeOf = (der: Uint8Array): number => {
  const end = der.length;
  return (der[end - 4]! << 24) | (der[end - 3]! << 16) | (der[end - 2]! << 8) | der[end - 1]!;
};

/**
 * What was parsed and verified already, held by the caller and passed in; the core keeps nothing itself. It is by the
 * identity of the arrays: whoever passes a cache does not write into arrays that were given with it. Only facts are
 * kept that no trust, time or policy can change: how octets read, and whether a key made a signature.
 */
export class EdsCache {
  readonly #certificates = new WeakMap<Uint8Array, Certificate>();
  readonly #brought = new Map<number, Certificate>();
  readonly #crls = new WeakMap<Uint8Array, Crl>();
  readonly #remembered = new WeakMap<Signed, Remembered>();

  /** @throws EdsRefusal as `parseCertificate`. */
  certificate(der: Uint8Array): Certificate {
    const known = this.#certificates.get(der);
    if (known !== undefined) return known;
    const certificate = parseCertificate(der);
    this.#certificates.set(der, certificate);
    return certificate;
  }

  /**
   * The same for a certificate that comes along with a signature: other arrays each time, yet the same signers again and
   * again (an office's officers). All octets are compared. The last `mostBrought` are kept.
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

  /** @throws EdsRefusal as `parseCrl`. */
  crl(der: Uint8Array): Crl {
    const known = this.#crls.get(der);
    if (known !== undefined) return known;
    const crl = parseCrl(der);
    this.#crls.set(der, crl);
    return crl;
  }

  /** Whether the key (DER SubjectPublicKeyInfo) signed the object: what is known of it; whoever verifies puts the answer there. */
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
