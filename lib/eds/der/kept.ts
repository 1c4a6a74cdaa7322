const places = 256;

/** FNV-1a. */
const placeOf = (bytes: Uint8Array, start: number, end: number): number => {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return (hash ^ (hash >>> 15)) & (places - 1);
};

const sameAt = (octets: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean => {
  if (octets.length !== end - start) return false;
  for (let at = start; at < end; at++) if (octets[at - start] !== bytes[at]) return false;
  return true;
};

/**
 * The results of reading octets that occur again and again (object identifiers, names of authorities). The octets
 * choose a place for each result; a later result replaces the one in its place. Only for results that depend on the
 * octets alone.
 */
export class Kept<T> {
  readonly #octets: Uint8Array[] = [];
  readonly #values: T[] = [];
  readonly #longest: number;

  /** `longest`: octets; longer ones are not kept. */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** The result for the octets from `start` to before `end`, if it is kept. */
  find(bytes: Uint8Array, start: number, end: number): T | undefined {
    if (end - start > this.#longest) return undefined;
    const place = placeOf(bytes, start, end);
    const octets = this.#octets[place];
    return octets !== undefined && sameAt(octets, bytes, start, end) ? this.#values[place] : undefined;
  }

  /** `octets`: an array of their own, because a view would keep the whole document in memory. */
  keep(octets: Uint8Array, value: T): void {
    if (octets.length > this.#longest) return;
    const place = placeOf(octets, 0, octets.length);
    this.#octets[place] = octets;
    this.#values[place] = value;
  }
}
