import type { DigestAlgorithm, SignatureAnswer } from './algorithms.ts';
import { Budget } from './budget.ts';
import { equalBytes } from './der.ts';
import { Message } from './message.ts';
import { EdsCache } from './path/cache.ts';
import type { Signed } from './x509/signed.ts';

interface Answer {
  readonly spki: Uint8Array;
  readonly answer: SignatureAnswer;
}

/**
 * All computations of one call: each is made once, and paid for before. Results from a server's cache are paid for,
 * too, so that the same input gives the same report on every server.
 */
export class Work {
  readonly budget: Budget;
  readonly cache: EdsCache;
  readonly #answers = new Map<Signed, Answer[]>();
  readonly #messages = new Map<object, Message>();
  readonly #given = new Set<object>();

  constructor(budget: Budget = new Budget(), cache: EdsCache = new EdsCache()) {
    this.budget = budget;
    this.cache = cache;
  }

  /** The caller's own lists and certificates: their first hashing is not charged to the signature's budget. */
  give(signed: Signed): void {
    this.#given.add(signed);
  }

  /** Whether the key (DER SubjectPublicKeyInfo) signed the object. */
  signature(signed: Signed, spki: Uint8Array): SignatureAnswer {
    const answers = this.#answers.get(signed);
    const known = answers?.find((each) => each.spki === spki || equalBytes(each.spki, spki));
    if (known !== undefined) return known.answer;
    const answer = this.#verify(signed, spki);
    if (answers === undefined) this.#answers.set(signed, [{ spki, answer }]);
    else answers.push({ spki, answer });
    return answer;
  }

  /** The digest of octets that are part of something that was read: the same array means the same octets. */
  digest(algorithm: DigestAlgorithm, octets: Uint8Array): Uint8Array {
    return this.#messageOf(octets, () => new Message(octets)).digestBy(algorithm, this.budget);
  }

  #verify(signed: Signed, spki: Uint8Array): SignatureAnswer {
    const trial = this.cache.trial(signed, spki);
    if (typeof trial.verification === 'string') return trial.verification;
    const make = (): Message =>
      new Message(signed.tbs, { free: this.#given.has(signed), remembered: () => this.cache.digests(signed) });
    const verify = trial.verification.pay(this.#messageOf(signed, make), this.budget);
    trial.answer ??= verify();
    return trial.answer;
  }

  #messageOf(owner: object, make: () => Message): Message {
    const known = this.#messages.get(owner);
    if (known !== undefined) return known;
    const message = make();
    this.#messages.set(owner, message);
    return message;
  }
}
