import type { DigestAlgorithm } from './algorithms/digests.ts';
import type { Budget } from './budget.ts';

/** By the OID of each algorithm, the digest of one and the same octets. */
export type Digests = ReadonlyMap<string, Uint8Array>;

interface MessageOptions {
  /** The caller's own (a list from its store): the first hashing by each algorithm is not charged to what came from outside. */
  readonly free?: boolean;
  /** Digests that a server remembers; those that are computed are put there. They are paid for as if they were computed. */
  readonly remembered?: () => Map<string, Uint8Array>;
  /** Digests that the caller computed for this call, so that they cost nothing. */
  readonly ready?: Digests;
}

/** Octets that signatures are made over: hashed once for each algorithm, however many keys and signers there are. */
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

  /** For the hashing of all octets by this algorithm. `anew`: by a library that takes no digest, so that each of its works hashes again. */
  pay({ oid, rate }: DigestAlgorithm, budget: Budget, anew = false): void {
    const first = !this.#paid.includes(oid);
    if (first) this.#paid.push(oid);
    if (first ? !this.#free && this.#ready?.has(oid) !== true : anew) budget.hash(this.octets.length, rate);
  }
}

/** The content: whoever is to hash it pays once for each algorithm and not out of the budget, in advance (`hashContent`) or while it is verified. */
export const contentMessage = (octets: Uint8Array, ready?: Digests): Message =>
  new Message(octets, ready === undefined ? { free: true } : { ready });
