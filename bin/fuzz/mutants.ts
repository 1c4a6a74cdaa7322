import fc from 'fast-check';
import { readBer, writeDer, type DerNode } from '../../lib/eds/der.ts';

/** One change to a document. `at` and `span` are fractions of its length, so that they fit any document. */
export interface Edit {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly span: number;
  readonly octets: Uint8Array;
}

const kinds = [
  'flip-bit',
  'overwrite',
  'insert',
  'cut',
  'repeat',
  'truncate',
  'drop-element',
  'double-element',
  'retag-element',
  'refill-element',
  'swap-elements',
] as const;

/** Without fast-check's preference for the ends of a range: every octet is drawn equally often. */
const part = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1_000_000);

/** One to three changes, one after another; changes of elements keep the surrounding lengths correct. */
export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    // Most cuts are refused at once, so they are drawn less often than changes that may get further.
    kind: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('flip-bit', 'overwrite') },
      { weight: 2, arbitrary: fc.constantFrom(...kinds) },
    ),
    at: part,
    span: part,
    octets: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const splice = (bytes: Uint8Array, start: number, end: number, middle: Uint8Array = new Uint8Array()): Uint8Array =>
  Buffer.concat([bytes.subarray(0, start), middle, bytes.subarray(end)]);

const editOctets = (bytes: Uint8Array, { kind, at, span, octets }: Edit): Uint8Array => {
  const start = Math.floor(at * bytes.length);
  const end = Math.min(bytes.length, start + 1 + Math.floor(span * span * 64));
  switch (kind) {
    case 'flip-bit': {
      const copy = Uint8Array.from(bytes);
      copy[start] = (copy[start] ?? 0) ^ (1 << Math.floor(span * 8));
      return copy;
    }
    case 'overwrite':
      return splice(bytes, start, Math.min(bytes.length, start + octets.length), octets);
    case 'insert':
      return splice(bytes, start, start, octets);
    case 'cut':
      return splice(bytes, start, end);
    case 'repeat':
      return splice(bytes, start, start, bytes.subarray(start, end));
    default:
      return bytes.subarray(0, start);
  }
};

/**
 * Changes the element to which `at` leads: at each level `at` is the position of the next element among the children.
 */
const editElement = (node: DerNode, { kind, at, span, octets }: Edit, depth: number): Uint8Array => {
  const children = node.constructed ? node.children : [];
  const place = Math.floor(at * children.length);
  const child = children[place];
  // At each level, six of seven continue downwards.
  if (child?.constructed === true && child.children.length > 0 && (span * 7919 * (depth + 1)) % 1 < 0.85) {
    const next = { kind, at: (at * children.length) % 1, span, octets };
    return rebuild(node, place, [editElement(child, next, depth + 1)]);
  }
  if (child === undefined) return node.raw;
  switch (kind) {
    case 'drop-element':
      return rebuild(node, place, []);
    case 'double-element':
      return rebuild(node, place, [child.raw, child.raw]);
    case 'retag-element':
      return rebuild(node, place, [writeDer(octets[0] ?? 0, child.content)]);
    case 'refill-element':
      return rebuild(node, place, [writeDer(child.tag, octets)]);
    default: {
      const other = children[(place + 1) % children.length] ?? child;
      return rebuild(node, place, [other.raw]);
    }
  }
};

const rebuild = ({ tag, children }: DerNode, place: number, instead: readonly Uint8Array[]): Uint8Array =>
  writeDer(tag, ...children.flatMap((child, index) => (index === place ? instead : [child.raw])));

const structural: ReadonlySet<Edit['kind']> = new Set([
  'drop-element',
  'double-element',
  'retag-element',
  'refill-element',
  'swap-elements',
]);

const applyEdit = (bytes: Uint8Array, edit: Edit): Uint8Array => {
  if (!structural.has(edit.kind)) return editOctets(bytes, edit);
  try {
    return editElement(readBer(bytes, { elements: 200_000 }), edit, 0);
  } catch {
    // A document that earlier edits broke has no elements any more.
    return editOctets(bytes, { ...edit, kind: 'overwrite' });
  }
};

export const mutate = (bytes: Uint8Array, changes: readonly Edit[]): Uint8Array => changes.reduce(applyEdit, bytes);
