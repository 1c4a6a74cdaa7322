import { EdsRefusal } from '../refusal.ts';
import { Header } from './header.ts';
import { endOfPieces, isCutString } from './pieces.ts';

/** What one document may cost: octets, levels of nesting, elements read. */
export interface Limits {
  readonly bytes: number;
  readonly depth: number;
  readonly elements: number;
}

export const defaultLimits: Limits = { bytes: 64 * 1024 * 1024, depth: 48, elements: 50_000 };

class Source {
  readonly bytes: Uint8Array;
  readonly header: Header;
  readonly ber: boolean;
  readonly depth: number;
  #elements: number;

  constructor(given: Uint8Array, ber: boolean, limits: Partial<Limits>) {
    const { bytes = defaultLimits.bytes, depth = defaultLimits.depth, elements = defaultLimits.elements } = limits;
    if (given.length > bytes) throw new EdsRefusal('der-too-large');
    // A view without Buffer's own subarray, which costs several times as much.
    this.bytes = new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    this.header = new Header(this.bytes, ber);
    this.ber = ber;
    this.depth = depth;
    this.#elements = elements;
  }

  spend(offset: number, depth: number): void {
    if (depth > this.depth) throw new EdsRefusal('der-too-deep', offset);
    if (--this.#elements < 0) throw new EdsRefusal('der-too-many-elements', offset);
  }
}

/** One element over the octets as they arrived: nothing is copied, and its content is read on demand. */
export class DerNode {
  /** The identifier octet. */
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly #source: Source;
  readonly #depth: number;
  #children: readonly DerNode[] | undefined;

  /** Only for `readDer` and `readBer`. */
  constructor(source: Source, offset: number, limit: number, depth: number) {
    source.spend(offset, depth);
    const { tag, contentStart, contentEnd, indefinite } = source.header.read(offset, limit);
    this.#source = source;
    this.#depth = depth;
    this.tag = tag;
    this.start = offset;
    this.contentStart = contentStart;
    if (indefinite && isCutString(tag)) {
      this.contentEnd = endOfPieces(source.bytes, contentStart, limit, tag & ~0x20);
      this.end = this.contentEnd + 2;
    } else if (indefinite) {
      // Only reading through it shows where it ends (X.690 8.1.5), so its elements are read at once.
      this.#children = this.#readUntilEndOfContents(contentStart, limit);
      this.contentEnd = this.#children.at(-1)?.end ?? contentStart;
      this.end = this.contentEnd + 2;
    } else {
      this.contentEnd = contentEnd;
      this.end = contentEnd;
    }
  }

  get constructed(): boolean {
    return (this.tag & 0x20) !== 0;
  }

  /** Whether BER is allowed for this document. */
  get ber(): boolean {
    return this.#source.ber;
  }

  /** The octets of the whole document, to which `contentStart` and the other positions refer. */
  get document(): Uint8Array {
    return this.#source.bytes;
  }

  /** The whole element, identifier and length included, exactly as it arrived. */
  get raw(): Uint8Array {
    return this.#source.bytes.subarray(this.start, this.end);
  }

  get content(): Uint8Array {
    return this.#source.bytes.subarray(this.contentStart, this.contentEnd);
  }

  /** @throws EdsRefusal `der-tag-form` for a primitive element, or the reason for what is wrong inside. */
  get children(): readonly DerNode[] {
    if (!this.constructed) throw new EdsRefusal('der-tag-form', this.start);
    this.#children ??= this.#readChildren();
    return this.#children;
  }

  #readChildren(): readonly DerNode[] {
    const nodes: DerNode[] = [];
    for (let at = this.contentStart; at < this.contentEnd;) {
      const node = new DerNode(this.#source, at, this.contentEnd, this.#depth + 1);
      nodes.push(node);
      at = node.end;
    }
    return nodes;
  }

  #readUntilEndOfContents(start: number, limit: number): readonly DerNode[] {
    const nodes: DerNode[] = [];
    const { bytes } = this.#source;
    let at = start;
    for (;;) {
      if (at + 2 > limit) throw new EdsRefusal('der-truncated', at);
      if (bytes[at] === 0 && bytes[at + 1] === 0) return nodes;
      const node = new DerNode(this.#source, at, limit, this.#depth + 1);
      nodes.push(node);
      at = node.end;
    }
  }
}

const readRoot = (bytes: Uint8Array, ber: boolean, limits: Partial<Limits>): DerNode => {
  const root = new DerNode(new Source(bytes, ber, limits), 0, bytes.length, 0);
  if (root.end !== bytes.length) throw new EdsRefusal('der-trailing-bytes', root.end);
  return root;
};

/**
 * Reads one DER element that fills `bytes` (X.690 10, 11).
 *
 * @example readDer(Uint8Array.of(0x02, 0x01, 0x05)).content // Uint8Array [5]
 * @throws EdsRefusal naming the broken rule.
 */
export const readDer = (bytes: Uint8Array, limits: Partial<Limits> = {}): DerNode => readRoot(bytes, false, limits);

/**
 * The same for BER (X.690 8): indefinite lengths, lengths with more octets than needed, strings in pieces, as NCALayer
 * makes CMS.
 */
export const readBer = (bytes: Uint8Array, limits: Partial<Limits> = {}): DerNode => readRoot(bytes, true, limits);
