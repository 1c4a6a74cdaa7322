import { limits, type Effort } from './limits.ts';
import { readStream } from './streams.ts';
import { isDictionary, isList, malformed, ValueReader, type Dictionary, type Value } from './values.ts';

/** Where an object is: at an octet of the file, or the nth of those in another object. */
export type Entry = { readonly at: number } | { readonly within: number; readonly nth: number } | 'free';

export interface Sections {
  readonly entries: ReadonlyMap<number, Entry>;
  /** Of the newest section. */
  readonly trailer: Dictionary;
}

/** `startxref` is in the last kilobyte. */
const TAIL = 1024;
const latin = new TextDecoder('latin1');

/**
 * All lists of objects of a file, the newest first (ISO 32000-1 7.5.4, 7.5.8): what a newer one says of an object counts.
 *
 * @throws CardRefusal
 */
export async function readSections(octets: Uint8Array, effort: Effort): Promise<Sections> {
  const tail = Math.max(0, octets.length - TAIL);
  const found = latin.decode(octets.subarray(tail)).lastIndexOf('startxref');
  if (found < 0) throw malformed();
  const start = new ValueReader(octets, effort, tail + found + 'startxref'.length);
  const entries = new Map<number, Entry>();
  const seen = new Set<number>();
  const waiting = [start.count()];
  let newest: Dictionary | undefined;
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (next >= octets.length) throw malformed();
    if (seen.has(next)) continue;
    seen.add(next);
    effort.spend('sections');
    const trailer = await readSection(octets, next, entries, effort);
    newest ??= trailer;
    // A file for old and new readers hides objects in a stream beside its table (7.5.8.4); these come before older ones.
    for (const key of ['XRefStm', 'Prev']) {
      const place = trailer.get(key);
      if (typeof place === 'number') waiting.push(place);
    }
  }
  if (!newest) throw malformed();
  return { entries, trailer: newest };
}

async function readSection(octets: Uint8Array, at: number, entries: Map<number, Entry>, effort: Effort) {
  const reader = new ValueReader(octets, effort, at);
  const note = (number: number, entry: Entry) => {
    effort.spend('entries');
    if (!entries.has(number)) entries.set(number, entry);
  };
  return reader.takes('xref') ? readTable(reader, note) : readList(octets, readIndirect(reader), note, effort);
}

type Note = (number: number, entry: Entry) => void;

function readTable(reader: ValueReader, note: Note): Dictionary {
  while (!reader.takes('trailer')) {
    const first = reader.count();
    const count = reader.count();
    for (let number = first; number < first + count; number += 1) {
      const at = reader.count();
      reader.count();
      if (reader.takes('n')) note(number, { at });
      else if (reader.takes('f')) note(number, 'free');
      else throw malformed();
    }
  }
  const trailer = reader.value();
  if (!isDictionary(trailer)) throw malformed();
  return trailer;
}

/** 7.5.8: the list as a stream; each field of an entry has its number of octets. */
async function readList(file: Uint8Array, { value, from }: Indirect, note: Note, effort: Effort): Promise<Dictionary> {
  if (!isDictionary(value)) throw malformed();
  const cut = cutStream(file, from, value.get('Length'), effort);
  const octets = await readStream(value, cut, limits.structure, effort);
  const widths = numbers(value.get('W'));
  const index = numbers(value.get('Index') ?? [0, value.get('Size')]);
  if (widths.length !== 3 || widths.some((width) => width > 6)) throw malformed();
  const size = widths.reduce((sum, width) => sum + width, 0);
  let row = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2)
    for (let nth = 0; nth < index[pair + 1]!; nth += 1, row += 1) {
      const fields = readFields(octets.subarray(row * size, (row + 1) * size), widths);
      note(index[pair]! + nth, entryOf(fields, widths[0] === 0));
    }
  return value;
}

function readFields(octets: Uint8Array, widths: readonly number[]): readonly number[] {
  if (octets.length === 0 || octets.length !== widths.reduce((sum, width) => sum + width, 0)) throw malformed();
  let at = 0;
  return widths.map((width) => octets.subarray(at, (at += width)).reduce((sum, octet) => sum * 256 + octet, 0));
}

const entryOf = ([kind, second, third]: readonly number[], hasNoKind: boolean): Entry =>
  kind === 1 || hasNoKind ? { at: second! } : kind === 2 ? { within: second!, nth: third! } : 'free';

function numbers(value: Value): readonly number[] {
  if (!isList(value)) throw malformed();
  return value.map((each) => {
    if (typeof each !== 'number' || !Number.isInteger(each) || each < 0) throw malformed();
    return each;
  });
}

export interface Indirect {
  readonly number: number;
  readonly value: Value;
  /** Where the octets of a stream begin. */
  readonly from?: number;
}

/** `12 0 obj … endobj` (7.3.10). */
export function readIndirect(reader: ValueReader): Indirect {
  const number = reader.count();
  reader.count();
  if (!reader.takes('obj')) throw malformed();
  const value = reader.value();
  return isDictionary(value) && reader.takes('stream')
    ? { number, value, from: startOfStream(reader) }
    : { number, value };
}

/** The keyword is followed by CR LF or LF (7.3.8.1). */
function startOfStream({ octets, at }: ValueReader): number {
  const [first, second] = [octets[at], octets[at + 1]];
  if (first === 0x0a) return at + 1;
  if (first === 0x0d && second === 0x0a) return at + 2;
  throw malformed();
}

/** The octets of a stream; its end must stand where its Length says. */
export function cutStream(octets: Uint8Array, from: number | undefined, length: Value, effort: Effort): Uint8Array {
  if (from === undefined || typeof length !== 'number' || !Number.isInteger(length) || length < 0) throw malformed();
  if (!new ValueReader(octets, effort, from + length).takes('endstream')) throw malformed();
  return octets.subarray(from, from + length);
}
