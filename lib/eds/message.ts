import type { DigestAlgorithm } from './algorithms/digests.ts';
import type { Budget } from './budget.ts';

/**
 * Octets that signatures are made over: hashed once for each algorithm, however many keys and signers there are. `free`: they are the caller's own
 * (the content, a list from its store), whose first hashing by each algorithm is not charged to what came from outside.
 */
export class Message {
  readonly octets: Uint8Array;
  readonly #free: boolean;
  readonly #paid = new Set<string>();
  readonly #digests: Map<string, Uint8Array>;

  /** `digests`: by OID, those that are known already; the ones that are computed are put there too. */
  constructor(octets: Uint8Array, free = false, digests = new Map<string, Uint8Array>()) {
    this.octets = octets;
    this.#free = free;
    this.#digests = digests;
  }

  digestBy(algorithm: DigestAlgorithm, budget: Budget): Uint8Array {
    this.pay(algorithm, budget);
    const known = this.#digests.get(algorithm.oid);
    if (known !== undefined) return known;
    const digest = algorithm.compute(this.octets);
    this.#digests.set(algorithm.oid, digest);
    return digest;
  }

  /** For the hashing of all octets by this algorithm. `anew`: by a library that takes no digest, so that each of its works hashes again. */
  pay({ oid, rate }: DigestAlgorithm, budget: Budget, anew = false): void {
    const first = !this.#paid.has(oid);
    this.#paid.add(oid);
    if (first ? !this.#free : anew) budget.hash(this.octets.length, rate);
  }
}
