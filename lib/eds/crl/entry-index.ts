const { imul } = Math;

/**
 * Where the lines of a list begin, by serial number: a chained hash table in flat arrays, with some twelve octets for
 * each line. Inserting compares nothing, so a list made to cause collisions only makes one chain longer at look-up.
 */
export class EntryIndex {
  readonly #bytes: Uint8Array;
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #entries: Int32Array;
  readonly #owners: Uint16Array;
  #size = 0;

  constructor(bytes: Uint8Array, capacity: number) {
    this.#bytes = bytes;
    this.#heads = new Int32Array(1 << Math.max(4, Math.ceil(Math.log2(capacity + 1)))).fill(-1);
    this.#next = new Int32Array(capacity);
    this.#entries = new Int32Array(capacity);
    this.#owners = new Uint16Array(capacity);
  }

  /** `entry`: where the line begins; `start`, `end`: its serial number; `owner`: the number of its issuer. */
  add(entry: number, start: number, end: number, owner: number): void {
    const slot = this.#hash(this.#bytes, start, end);
    this.#entries[this.#size] = entry;
    this.#owners[this.#size] = owner;
    this.#next[this.#size] = this.#heads[slot] ?? -1;
    this.#heads[slot] = this.#size++;
  }

  /**
   * The lines with this serial number (content octets) and owner. `serialAt` returns the position of a line's serial
   * number.
   */
  find(serial: Uint8Array, owner: number, serialAt: (entry: number) => { start: number; end: number }): number[] {
    const found: number[] = [];
    let at = this.#heads[this.#hash(serial, 0, serial.length)] ?? -1;
    for (; at >= 0; at = this.#next[at] ?? -1) {
      if (this.#owners[at] !== owner) continue;
      const entry = this.#entries[at] ?? 0;
      const { start, end } = serialAt(entry);
      if (end - start === serial.length && this.#same(serial, start)) found.push(entry);
    }
    return found;
  }

  #same(serial: Uint8Array, start: number): boolean {
    for (let i = 0; i < serial.length; i++) if (serial[i] !== this.#bytes[start + i]) return false;
    return true;
  }

  /** FNV-1a, 32 bits. */
  #hash(bytes: Uint8Array, start: number, end: number): number {
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i++) hash = imul(hash ^ (bytes[i] ?? 0), 0x01000193);
    return (hash ^ (hash >>> 15)) & (this.#heads.length - 1);
  }
}
