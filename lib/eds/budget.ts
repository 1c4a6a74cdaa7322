/**
 * What a budget paid for. Prices are microseconds of a quiet core. They were measured once and are the same on every
 * machine, so that a report is, too.
 */
export interface Spent {
  readonly microseconds: number;
  /** Octets that were hashed, without the content. */
  readonly octets: number;
  readonly verifications: number;
  /** Certificates, lists, answers and tokens that were read; and namesakes, paths and lines that were examined. */
  readonly tried: number;
}

/**
 * Two thirds of what a request may take besides the hashing of its content (docs/eds.md, "Cost"); the rest is for
 * reading and answering it.
 */
const mostMicroseconds = 100_000;

/**
 * The work costs more than the budget allows. This is no `EdsRefusal`, which would only exclude one piece of evidence:
 * nothing may be concluded from what was examined until then.
 */
export class BudgetExhausted extends Error {
  override readonly name = 'BudgetExhausted';
}

/**
 * What one verification may cost. Any work on octets from outside pays before it begins. When nothing is left, `pay`
 * throws, then and at every later call.
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

  /** For a command line, and for lists that the configuration names: there the caller spends only their own time. */
  static readonly unlimited = (): Budget => new Budget(Number.POSITIVE_INFINITY);

  get spent(): Spent {
    return {
      microseconds: Math.round(this.#microseconds),
      octets: this.#octets,
      verifications: this.#verifications,
      tried: this.#tried,
    };
  }

  /** Whether more was asked for than was left. */
  get exhausted(): boolean {
    return this.#microseconds > this.#most;
  }

  /** Before octets are hashed. `rate`: microseconds for each (`DigestAlgorithm.rate`). */
  hash(octets: number, rate: number): void {
    this.#octets += octets;
    this.#pay(octets * rate + 1);
  }

  /** Before a signature is verified; without the digest of its message. */
  verification(price: number): void {
    this.#verifications += 1;
    this.#pay(price);
  }

  /** Before something is read or examined that may turn out to be useless. */
  attempt(price: number): void {
    this.#tried += 1;
    this.#pay(price);
  }

  /**
   * Before a document or a name of this many octets is read: its elements may have only two octets, and names may fold
   * to many times their length. If the octets are known to be cheaper (lines of a list), `rate` gives the microseconds
   * for each.
   */
  read(octets: number, rate = 0.15): void {
    this.attempt(10 + octets * rate);
  }

  #pay(price: number): void {
    this.#microseconds += price;
    if (this.exhausted) throw new BudgetExhausted();
  }
}
