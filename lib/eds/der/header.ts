import { EdsRefusal } from '../refusal.ts';

/**
 * The identifier and length octets of one element, read without making an object for it: a revocation list is read with
 * a single `Header`. After `read`, the fields give the position of the content; a `length` of -1 means the indefinite
 * form.
 */
export class Header {
  tag = 0;
  contentStart = 0;
  contentEnd = 0;
  indefinite = false;
  readonly #bytes: Uint8Array;
  readonly #ber: boolean;

  constructor(bytes: Uint8Array, ber = false) {
    this.#bytes = bytes;
    this.#ber = ber;
  }

  /** Reads the element that begins at `offset` and must end by `limit`. */
  read(offset: number, limit: number): this {
    if (offset + 2 > limit) throw new EdsRefusal('der-truncated', offset);
    const tag = this.#bytes[offset] ?? 0;
    // None of our structures has tag numbers from 31 up (X.690 8.1.2.4), or an end-of-contents elsewhere than at an
    // end.
    if ((tag & 0x1f) === 0x1f || tag === 0) throw new EdsRefusal('der-tag-form', offset);
    if (tag < 0x40) this.#requireForm(tag, offset);
    this.tag = tag;
    this.#readLength(offset + 1, limit);
    return this;
  }

  /** Reads an element and refuses it unless it has this tag. */
  expect(tag: number, offset: number, limit: number): this {
    this.read(offset, limit);
    if (this.tag !== tag) throw new EdsRefusal('der-tag-unexpected', offset);
    return this;
  }

  /**
   * X.690 8.9.1, 8.11.1, 10.2: SEQUENCE and SET are constructed, all others are primitive; BER may cut strings into
   * pieces.
   */
  #requireForm(tag: number, offset: number): void {
    const number = tag & 0x1f;
    const constructed = (tag & 0x20) !== 0;
    const structure = number === 0x10 || number === 0x11 || number === 0x08;
    if (structure ? constructed : !constructed) return;
    const string = number === 0x03 || number === 0x04 || number === 0x0c || number >= 0x12;
    if (!structure && string && this.#ber) return;
    throw new EdsRefusal('der-tag-form', offset);
  }

  #readLength(at: number, limit: number): void {
    const first = this.#bytes[at] ?? 0;
    this.indefinite = false;
    let length = first;
    let start = at + 1;
    if (first >= 0x80) {
      const octets = first & 0x7f;
      if (octets === 0) {
        if (!this.#ber) throw new EdsRefusal('der-length-indefinite', at);
        if ((this.tag & 0x20) === 0) throw new EdsRefusal('der-length-form', at);
        this.indefinite = true;
        this.contentStart = start;
        this.contentEnd = limit;
        return;
      }
      if (octets > 4) throw new EdsRefusal('der-length-form', at);
      start += octets;
      if (start > limit) throw new EdsRefusal('der-truncated', at);
      length = 0;
      for (let i = at + 1; i < start; i++) length = length * 256 + (this.#bytes[i] ?? 0);
      // X.690 10.1: the definite form with the fewest octets.
      if (!this.#ber && (length < 0x80 || this.#bytes[at + 1] === 0)) throw new EdsRefusal('der-length-form', at);
    }
    if (length > limit - start) throw new EdsRefusal('der-truncated', at);
    this.contentStart = start;
    this.contentEnd = start + length;
  }
}
