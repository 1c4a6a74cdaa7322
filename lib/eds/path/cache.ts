import { hashHex } from '#eds-crypto';
import type { SignatureAnswer } from '../algorithms.ts';
import { parseCrl, type Crl } from '../crl/crl.ts';
import { equalBytes } from '../der.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';
import type { Signed } from '../x509/signed.ts';

/** Some 20 KB each. */
const mostBrought = 256;

/** Keys of one issuer's name tried upon one object; whoever brings forged namesakes shall not fill the memory. */
const mostAnswers = 16;

interface Answer {
  readonly spki: Uint8Array;
  readonly answer: SignatureAnswer;
}

/**
 * What was parsed and verified already, held by the caller and passed in; the core keeps nothing itself. It is by the
 * identity of the arrays: whoever passes a cache does not write into arrays that were given with it. Only facts are
 * kept that no trust, time or policy can change: how octets read, and whether a key made a signature.
 */
export class EdsCache {
  readonly #certificates = new WeakMap<Uint8Array, Certificate>();
  readonly #brought = new Map<string, Certificate>();
  readonly #crls = new WeakMap<Uint8Array, Crl>();
  readonly #answers = new WeakMap<Signed, Answer[]>();
  readonly #digests = new WeakMap<Signed, Map<string, Uint8Array>>();

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
   * again (an office's officers), found by the SHA-256 of their octets. The last `mostBrought` are kept.
   */
  brought(der: Uint8Array): Certificate {
    const print = hashHex('SHA-256', der);
    const certificate = this.#brought.get(print) ?? parseCertificate(der.slice(), print);
    this.#brought.delete(print);
    this.#brought.set(print, certificate);
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

  /** Whether the key (DER SubjectPublicKeyInfo) signed the object, as `verify` finds out where it is not known. */
  signature(signed: Signed, spki: Uint8Array, verify: () => SignatureAnswer): SignatureAnswer {
    const answers = this.#answers.get(signed);
    const known = answers?.find((each) => each.spki === spki || equalBytes(each.spki, spki));
    if (known !== undefined) return known.answer;
    const answer = verify();
    this.#answers.set(signed, [{ spki, answer }, ...(answers ?? [])].slice(0, mostAnswers));
    return answer;
  }

  /** By OID, the digests of what is signed. */
  digests(signed: Signed): Map<string, Uint8Array> {
    const known = this.#digests.get(signed);
    if (known !== undefined) return known;
    const digests = new Map<string, Uint8Array>();
    this.#digests.set(signed, digests);
    return digests;
  }
}
