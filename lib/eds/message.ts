import type { DigestAlgorithm } from './algorithms/digests.ts';
import type { Budget } from './budget.ts';

/** The digests of the same octets, by the OID of each algorithm. */
export type Digests = ReadonlyMap<string, Uint8Array>;

interface MessageOptions {
  /**
   * The caller's own octets (a list from its store): the first hashing with each algorithm is not charged to the
   * budget.
   */
  readonly free?: boolean;
  /** Digests that a server remembers; computed ones are added. They are paid for as if they were computed. */
  readonly remembered?: () => Map<string, Uint8Array>;
  /** Digests that the caller computed for this call; they cost nothing. */
  readonly ready?: Digests;
}

/** Octets over which signatures are made: hashed once for each algorithm, however many keys and signers there are. */
export class Message {
  readonly octets: Uint8Array;
  readonly #free: boolean;
  readonly #ready: Digests | undefined;
  readonly #remembered: (() => Map<string, Uint8Array>) | undefined;
  #digests: Map<string, Uint8Array> | undefined;
  /** OIDs; a message has one or two. */
  readonly #paid: string[] = [];

  constructor(octets: Uint8Array, { free = false, remembered, ready }: MessageOptions = {}) {
    this.octets = octets;
    this.#free = free;
    this.#ready = ready;
    this.#remembered = remembered;
  }

  digestBy(algorithm: DigestAlgorithm, budget: Budget): Uint8Array {
    this.pay(algorithm, budget);
    this.#digests ??= this.#remembered?.() ?? new Map<string, Uint8Array>();
    const known = this.#ready?.get(algorithm.oid) ?? this.#digests.get(algorithm.oid);
    if (known !== undefined) return known;
    const digest = algorithm.compute(this.octets);
    this.#digests.set(algorithm.oid, digest);
    return digest;
  }

  /**
   * Pays for hashing all octets with this algorithm. `anew`: the library takes no ready digest, so each verification
   * hashes again.
   */
  pay({ oid, rate }: DigestAlgorithm, budget: Budget, anew = false): void {
    const first = !this.#paid.includes(oid);
    if (first) this.#paid.push(oid);
    if (first ? !this.#free && this.#ready?.has(oid) !== true : anew) budget.hash(this.octets.length, rate);
  }
}

/**
 * The content. Hashing it is not charged to the budget: the first hashing with each algorithm is free, either in
 * advance (`hashContent`) or during the verification.
 */
export const contentMessage = (octets: Uint8Array, ready?: Digests): Message =>
  new Message(octets, ready === undefined ? { free: true } : { ready });
