import { CardRefusal } from '../refusal.ts';
import { limits, type Effort } from './limits.ts';

/** A value of ISO 32000-1 7.3; `undefined` is null. Names and references have classes, so that none passes for a string. */
export type Value = undefined | boolean | number | Uint8Array | Name | Reference | readonly Value[] | Dictionary;
export type Dictionary = ReadonlyMap<string, Value>;

export class Name {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export class Reference {
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
}

export const isDictionary = (value: Value): value is Dictionary => value instanceof Map;
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);
export const malformed = (): CardRefusal => new CardRefusal('pdf-malformed');

const latin = new TextDecoder('latin1');
const codes = (text: string): ReadonlySet<number> => new Set(Array.from(text, (letter) => letter.charCodeAt(0)));
const blanks = codes('\0\t\n\f\r ');
const delimiters = codes('()<>[]{}/%');
const escapes = new Map(
  Object.entries({ n: 10, r: 13, t: 9, b: 8, f: 12 }).map(([key, to]) => [key.charCodeAt(0), to]),
);

/** Reads values one after another (ISO 32000-1 7.2, 7.3). Throws CardRefusal; never reads beyond the octets. */
export class ValueReader {
  readonly octets: Uint8Array;
  readonly #effort: Effort;
  at: number;

  constructor(octets: Uint8Array, effort: Effort, at = 0) {
    this.octets = octets;
    this.#effort = effort;
    this.at = at;
  }

  value(depth = 0): Value {
    this.#effort.spend('values');
    if (depth > limits.depth) throw new CardRefusal('pdf-limit');
    this.skipBlanks();
    const first = this.octets[this.at];
    if (first === 0x2f) return new Name(this.#name());
    if (first === 0x28) return this.#literal();
    if (first === 0x5b) return this.#list(depth);
    if (first === 0x3c) return this.octets[this.at + 1] === 0x3c ? this.#dictionary(depth) : this.#hex();
    return this.#word();
  }

  /** Whether `word` comes next; then it is read. */
  takes(word: string): boolean {
    this.skipBlanks();
    const end = this.at + word.length;
    if (latin.decode(this.octets.subarray(this.at, end)) !== word || this.#isRegular(end)) return false;
    this.at = end;
    return true;
  }

  /** A whole number without a sign. */
  count(): number {
    this.skipBlanks();
    const word = this.#regular();
    if (!/^\d{1,10}$/.test(word)) throw malformed();
    return Number(word);
  }

  skipBlanks(): void {
    const from = this.at;
    for (; this.at < this.octets.length; this.at += 1) {
      const octet = this.octets[this.at]!;
      if (octet === 0x25) while (this.at < this.octets.length && !this.#isEndOfLine()) this.at += 1;
      else if (!blanks.has(octet)) break;
    }
    this.#effort.spend('scanned', this.at - from);
  }

  #isEndOfLine(): boolean {
    const octet = this.octets[this.at];
    return octet === 0x0a || octet === 0x0d;
  }

  #isRegular(at: number): boolean {
    const octet = this.octets[at];
    return octet !== undefined && !blanks.has(octet) && !delimiters.has(octet);
  }

  #regular(): string {
    const from = this.at;
    while (this.#isRegular(this.at)) this.at += 1;
    this.#charge(this.at - from, limits.word);
    return latin.decode(this.octets.subarray(from, this.at));
  }

  #charge(octets: number, most: number): void {
    this.#effort.spend('scanned', octets);
    if (octets > most) throw new CardRefusal('pdf-limit');
  }

  #name(): string {
    this.at += 1;
    return this.#regular().replaceAll(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }

  #word(): Value {
    const word = this.#regular();
    if (word === 'true' || word === 'false') return word === 'true';
    if (word === 'null') return undefined;
    if (!/^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word)) throw malformed();
    return this.#reference(word) ?? Number(word);
  }

  /** `12 0 R`: a number may be the first of three words. */
  #reference(word: string): Reference | undefined {
    const after = this.at;
    if (/^\d{1,10}$/.test(word)) {
      this.skipBlanks();
      if (/^\d{1,5}$/.test(this.#regular()) && this.takes('R')) return new Reference(Number(word));
    }
    this.at = after;
    return undefined;
  }

  #list(depth: number): readonly Value[] {
    this.at += 1;
    const values: Value[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.octets[this.at] === 0x5d) break;
      values.push(this.value(depth + 1));
    }
    this.at += 1;
    return values;
  }

  /** A key that stands twice is refused: readers would choose differently. */
  #dictionary(depth: number): Dictionary {
    this.at += 2;
    const entries = new Map<string, Value>();
    for (;;) {
      this.skipBlanks();
      if (this.octets[this.at] === 0x3e) break;
      const key = this.value(depth + 1);
      if (!(key instanceof Name) || entries.has(key.text)) throw malformed();
      entries.set(key.text, this.value(depth + 1));
    }
    if (this.octets[this.at + 1] !== 0x3e) throw malformed();
    this.at += 2;
    return entries;
  }

  #hex(): Uint8Array {
    const end = this.octets.indexOf(0x3e, this.at);
    if (end < 0) throw malformed();
    this.#charge(end - this.at, limits.string);
    const digits = latin.decode(this.octets.subarray(this.at + 1, end)).replaceAll(/[\0\t\n\f\r ]/g, '');
    if (!/^[0-9A-Fa-f]*$/.test(digits)) throw malformed();
    this.at = end + 1;
    const pairs = digits.length % 2 === 0 ? digits : `${digits}0`;
    return Uint8Array.from({ length: pairs.length / 2 }, (_, n) => Number.parseInt(pairs.slice(n * 2, n * 2 + 2), 16));
  }

  #literal(): Uint8Array {
    const said: number[] = [];
    let open = 1;
    for (this.at += 1; open > 0; this.at += 1) {
      const octet = this.octets[this.at];
      if (octet === undefined) throw malformed();
      if (said.length > limits.string) throw new CardRefusal('pdf-limit');
      if (octet === 0x5c) this.#escape(said);
      else {
        if (octet === 0x28) open += 1;
        if (octet === 0x29) open -= 1;
        if (open > 0) said.push(octet);
      }
    }
    this.#charge(said.length, limits.string);
    return Uint8Array.from(said);
  }

  /** After a backslash: a letter, up to three octal digits, an end of line that does not count, or the octet itself. */
  #escape(said: number[]): void {
    this.at += 1;
    const octet = this.octets[this.at];
    if (octet === undefined) throw malformed();
    const [octal] = /^[0-7]{1,3}/.exec(latin.decode(this.octets.subarray(this.at, this.at + 3))) ?? [];
    if (octal !== undefined) {
      said.push(Number.parseInt(octal, 8) & 0xff);
      this.at += octal.length - 1;
    } else if (octet === 0x0d) {
      if (this.octets[this.at + 1] === 0x0a) this.at += 1;
    } else if (octet !== 0x0a) said.push(escapes.get(octet) ?? octet);
  }
}
