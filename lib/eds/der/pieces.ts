import { EdsRefusal } from '../refusal.ts';
import { Header } from './header.ts';
import type { DerNode } from './node.ts';
import { tags } from './tags.ts';

/** Strings within strings within strings: nobody writes them, and each level costs a call. */
const deepest = 8;
const constructed = 0x20;

/**
 * An OCTET STRING or a text of a universal type that BER cut into pieces; each piece of a BIT STRING has one more octet
 * in front.
 */
export const isCutString = (tag: number): boolean =>
  (tag & 0xe0) === constructed && ![0x23, 0x28, tags.sequence, tags.set].some((other) => other === tag);

type Visit = (start: number, end: number) => void;

/**
 * The pieces of a string that BER cut (X.690 8.7.3), read with a single `Header`: no object is made for a piece, so the
 * content of a whole document may come in pieces of any size. All have the string's own type, or are cut again.
 */
class PieceWalk {
  readonly #bytes: Uint8Array;
  readonly #header: Header;
  readonly #tag: number;
  readonly #visit: Visit;

  constructor(bytes: Uint8Array, tag: number, visit: Visit) {
    this.#bytes = bytes;
    this.#header = new Header(bytes, true);
    this.#tag = tag;
    this.#visit = visit;
  }

  /** Returns where the pieces end; with an indefinite length, that is where the end of contents begins. */
  walk(start: number, limit: number, indefinite: boolean, depth = 0): number {
    if (depth > deepest) throw new EdsRefusal('der-too-deep', start);
    let at = start;
    while (indefinite ? !this.#endsAt(at, limit) : at < limit) {
      const { tag, contentStart, contentEnd, indefinite: open } = this.#header.read(at, limit);
      if (tag === this.#tag) {
        this.#visit(contentStart, contentEnd);
        at = contentEnd;
      } else if (tag === (this.#tag | constructed)) {
        at = this.walk(contentStart, contentEnd, open, depth + 1) + (open ? 2 : 0);
      } else throw new EdsRefusal('der-tag-unexpected', at);
    }
    return at;
  }

  #endsAt(at: number, limit: number): boolean {
    if (at + 2 > limit) throw new EdsRefusal('der-truncated', at);
    return this.#bytes[at] === 0 && this.#bytes[at + 1] === 0;
  }
}

/** Where the pieces of a string of indefinite length end. `tag` is that of a piece. */
export const endOfPieces = (bytes: Uint8Array, start: number, limit: number, tag: number): number =>
  new PieceWalk(bytes, tag, () => {}).walk(start, limit, true);

/** The pieces put together. `tag`: that of a piece, if the string itself has another (IMPLICIT). */
export function gatherOctets(
  { document, contentStart, contentEnd, tag: own }: DerNode,
  tag = own & ~constructed,
): Uint8Array {
  let length = 0;
  const measure = new PieceWalk(document, tag, (start, end) => (length += end - start));
  measure.walk(contentStart, contentEnd, false);
  const whole = new Uint8Array(length);
  let at = 0;
  const copy = new PieceWalk(document, tag, (start, end) => {
    whole.set(document.subarray(start, end), at);
    at += end - start;
  });
  copy.walk(contentStart, contentEnd, false);
  return whole;
}
