/** What a budget paid for. Prices are microseconds of a quiet core: measured once, the same on every machine, so that a report is too. */
export interface Spent {
  readonly microseconds: number;
  /** Octets that were hashed, the content's aside. */
  readonly octets: number;
  readonly verifications: number;
  /** Certificates, lists, answers and tokens that were read, and namesakes, paths and lines that were looked at. */
  readonly tried: number;
}

/** Two thirds of what a request may take beside the hashing of its content (docs/eds.md, "Cost"): the rest is for reading it and answering. */
const mostMicroseconds = 100_000;

/**
 * The work asked for costs more than is given for it. It is no `EdsRefusal`, which makes a piece of evidence count for none: nothing may be
 * concluded from what was looked at until then.
 */
export class BudgetExhausted extends Error {
  override readonly name = 'BudgetExhausted';
}

/**
 * What one verification may cost. Whatever works on octets that came from outside pays before it begins; when nothing is left, `pay` throws, and
 * goes on throwing.
 */
export class Budget {
  readonly #most: number;
  #microseconds = 0;
  #octets = 0;
  #verifications = 0;
  #tried = 0;

  constructor(microseconds: number = mostMicroseconds) {
    this.#most = microseconds;
  }

  /** For a command line and for lists that configuration names: whoever asks pays with his own time. */
  static readonly unlimited = (): Budget => new Budget(Number.POSITIVE_INFINITY);

  get spent(): Spent {
    return {
      microseconds: Math.round(this.#microseconds),
      octets: this.#octets,
      verifications: this.#verifications,
      tried: this.#tried,
    };
  }

  /** Whether more was asked for than there was. */
  get exhausted(): boolean {
    return this.#microseconds > this.#most;
  }

  /** Before octets are hashed. `rate`: microseconds for each (`DigestAlgorithm.rate`). */
  hash(octets: number, rate: number): void {
    this.#octets += octets;
    this.#pay(octets * rate + 1);
  }

  /** Before a signature is verified, its message's digest aside. */
  verification(price: number): void {
    this.#verifications += 1;
    this.#pay(price);
  }

  /** Before something is read or looked at that may turn out to be of no use. */
  attempt(price: number): void {
    this.#tried += 1;
    this.#pay(price);
  }

  /**
   * Before a document or a name of so many octets is read: elements of two octets, and names that fold to many times their length. Where the
   * octets are known to be cheaper (lines of a list), `rate` says so, in microseconds for each.
   */
  read(octets: number, rate = 0.15): void {
    this.attempt(10 + octets * rate);
  }

  #pay(price: number): void {
    this.#microseconds += price;
    if (this.exhausted) throw new BudgetExhausted();
  }
}
