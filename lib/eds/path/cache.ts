import { hash } from 'node:crypto';
import { verifySignature, type AlgorithmIdentifier, type SignatureAnswer } from '../algorithms.ts';
import { parseCrl, type Crl } from '../crl/crl.ts';
import { parseCertificate, type Certificate } from '../x509/certificate.ts';

/** What is signed by an authority: a certificate or a list. */
export interface Signed {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

/** Some 20 KB each. */
const mostBrought = 256;

/**
 * What was parsed and verified already, held by the caller and passed in; the core keeps nothing itself. It is by the
 * identity of the arrays: whoever passes a cache does not write into arrays that were given with it. Only facts are
 * kept that no trust, time or policy can change: how octets read, and whether a key made a signature.
 */
export class EdsCache {
  readonly #certificates = new WeakMap<Uint8Array, Certificate>();
  readonly #brought = new Map<string, Certificate>();
  readonly #crls = new WeakMap<Uint8Array, Crl>();
  readonly #answers = new WeakMap<Signed, Map<string, SignatureAnswer>>();

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
    const print = hash('sha256', der, 'base64');
    const certificate = this.#brought.get(print) ?? parseCertificate(der.slice());
    this.#brought.delete(print);
    this.#brought.set(print, certificate);
    const [oldest] = this.#brought.keys();
    if (this.#brought.size > mostBrought && oldest !== undefined) this.#brought.delete(oldest);
    return certificate;
  }

  /** @throws EdsRefusal as `parseCrl`. */
  crl(der: Uint8Array): Crl {
    const known = this.#crls.get(der);
    if (known !== undefined) return known;
    const crl = parseCrl(der);
    this.#crls.set(der, crl);
    return crl;
  }

  /** Whether the key (DER SubjectPublicKeyInfo) signed the object. `onVerify` is called before each verification that is made. */
  signature(signed: Signed, spki: Uint8Array, onVerify: () => void = () => {}): SignatureAnswer {
    const key = Buffer.from(spki.buffer, spki.byteOffset, spki.byteLength).toString('latin1');
    let answers = this.#answers.get(signed);
    if (answers === undefined) this.#answers.set(signed, (answers = new Map<string, SignatureAnswer>()));
    const known = answers.get(key);
    if (known !== undefined) return known;
    onVerify();
    const answer = verifySignature(signed.signatureAlgorithm, spki, signed.tbs, signed.signature);
    answers.set(key, answer);
    return answer;
  }
}
