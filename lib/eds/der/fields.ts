import { EdsRefusal } from '../refusal.ts';
import type { DerNode } from './node.ts';
import { contextConstructed, tags } from './tags.ts';

/** Refuses an element of another type than expected. */
export const expectTag = (node: DerNode, tag: number): DerNode => {
  if (node.tag !== tag) throw new EdsRefusal('der-tag-unexpected', node.start);
  return node;
};

/** The elements of a SEQUENCE OF or SET OF (`tag` says which, or is the context tag that replaces it). */
export const elements = (node: DerNode, tag: number = tags.sequence): readonly DerNode[] =>
  expectTag(node, tag).children;

/** The only element inside, for explicit tags. */
export const onlyChild = (node: DerNode): DerNode => {
  const [child, surplus] = node.children;
  if (child === undefined) throw new EdsRefusal('der-field-missing', node.end);
  if (surplus !== undefined) throw new EdsRefusal('der-field-surplus', surplus.start);
  return child;
};

/**
 * Takes the fields of a SEQUENCE in the order of its ASN.1 definition; `end` refuses fields that the definition does
 * not have.
 */
export class Fields {
  readonly #node: DerNode;
  readonly #nodes: readonly DerNode[];
  #next = 0;

  constructor(node: DerNode, tag: number = tags.sequence) {
    this.#node = node;
    this.#nodes = elements(node, tag);
  }

  /** The next field, if any, without taking it. */
  get next(): DerNode | undefined {
    return this.#nodes[this.#next];
  }

  /** The next field, whatever its tag (ANY, CHOICE). */
  any(): DerNode {
    const node = this.#nodes[this.#next++];
    if (node === undefined) throw new EdsRefusal('der-field-missing', this.#node.end);
    return node;
  }

  take(tag: number): DerNode {
    return expectTag(this.any(), tag);
  }

  optional(tag: number): DerNode | undefined {
    return this.next?.tag === tag ? this.any() : undefined;
  }

  /** The content of `[number] EXPLICIT`, if that field is present. */
  optionalExplicit(number: number): DerNode | undefined {
    const node = this.optional(contextConstructed(number));
    return node && onlyChild(node);
  }

  end(): void {
    if (this.next !== undefined) throw new EdsRefusal('der-field-surplus', this.next.start);
  }
}
