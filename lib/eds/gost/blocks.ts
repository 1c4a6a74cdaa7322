/** Cuts a message that comes in pieces into blocks of `size` octets. */
export class Blocks {
  /** Octets received so far. */
  length = 0;
  readonly #absorb: (octets: Uint8Array, offset: number) => void;
  readonly #begun: Uint8Array;
  #filled = 0;

  constructor(size: number, absorb: (octets: Uint8Array, offset: number) => void) {
    this.#begun = new Uint8Array(size);
    this.#absorb = absorb;
  }

  update(octets: Uint8Array): void {
    const size = this.#begun.length;
    this.length += octets.length;
    let at = 0;
    if (this.#filled > 0) {
      at = Math.min(size - this.#filled, octets.length);
      this.#begun.set(octets.subarray(0, at), this.#filled);
      this.#filled += at;
      if (this.#filled < size) return;
      this.#absorb(this.#begun, 0);
    }
    for (; at + size <= octets.length; at += size) this.#absorb(octets, at);
    this.#begun.set(octets.subarray(at));
    this.#filled = octets.length - at;
  }

  /** The octets that do not fill a block, followed by zeros. */
  get rest(): { readonly block: Uint8Array; readonly length: number } {
    return { block: this.#begun.fill(0, this.#filled), length: this.#filled };
  }
}
