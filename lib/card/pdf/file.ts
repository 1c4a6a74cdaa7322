import { CardRefusal } from '../refusal.ts';
import { Effort, limits } from './limits.ts';
import { cutStream, readIndirect, readSections, type Entry, type Indirect } from './sections.ts';
import { readStream } from './streams.ts';
import { isDictionary, malformed, Reference, ValueReader, type Dictionary, type Value } from './values.ts';

/**
 * The objects of a PDF, found by its lists of objects alone (ISO 32000-1 7.5). A damaged file is not repaired: programs that guess find
 * different objects, and what is checked must be what others see.
 */
export class PdfFile {
  readonly #octets: Uint8Array;
  readonly #effort: Effort;
  readonly #entries: ReadonlyMap<number, Entry>;
  readonly #packed = new Map<number, Promise<readonly Indirect[]>>();

  private constructor(octets: Uint8Array, effort: Effort, entries: ReadonlyMap<number, Entry>) {
    this.#octets = octets;
    this.#effort = effort;
    this.#entries = entries;
  }

  /** @throws CardRefusal */
  static async open(octets: Uint8Array): Promise<{ readonly file: PdfFile; readonly catalogue: Dictionary }> {
    if (octets.length > limits.file) throw new CardRefusal('pdf-too-large');
    const effort = new Effort();
    const { entries, trailer } = await readSections(octets, effort);
    if (trailer.has('Encrypt')) throw new CardRefusal('pdf-encrypted');
    const file = new PdfFile(octets, effort, entries);
    return { file, catalogue: await file.dictionary(trailer.get('Root')) };
  }

  /** The value, or what it refers to. */
  async follow(value: Value): Promise<Value> {
    let found = value;
    for (let hop = 0; found instanceof Reference; hop += 1) {
      if (hop >= limits.hops) throw malformed();
      found = (await this.#object(found.number))?.value;
    }
    return found;
  }

  async dictionary(value: Value): Promise<Dictionary> {
    const found = await this.follow(value);
    if (!isDictionary(found)) throw malformed();
    return found;
  }

  /** What the stream holds to which `value` refers; at most `most` octets. */
  async stream(value: Value, most: number): Promise<Uint8Array> {
    const found = value instanceof Reference ? await this.#object(value.number) : undefined;
    if (!isDictionary(found?.value)) throw malformed();
    const followed = new Map<string, Value>();
    for (const key of ['Length', 'Filter', 'DecodeParms']) followed.set(key, await this.follow(found.value.get(key)));
    return this.#read(followed, found.from, most);
  }

  #read(dictionary: Dictionary, from: number | undefined, most: number): Promise<Uint8Array> {
    const cut = cutStream(this.#octets, from, dictionary.get('Length'), this.#effort);
    return readStream(dictionary, cut, most, this.#effort);
  }

  visit(): void {
    this.#effort.spend('nodes');
  }

  async #object(number: number): Promise<Indirect | undefined> {
    this.#effort.spend('values');
    const entry = this.#entries.get(number);
    // A reference to an object that is not there is null (7.3.10).
    if (entry === undefined || entry === 'free') return undefined;
    const found = 'at' in entry ? this.#at(entry.at) : await this.#within(entry.within, entry.nth);
    if (found.number !== number) throw malformed();
    return found;
  }

  #at(at: number): Indirect {
    if (at >= this.#octets.length) throw malformed();
    return readIndirect(new ValueReader(this.#octets, this.#effort, at));
  }

  /** 7.5.7: objects inside another one, after a list of their numbers and places. */
  async #within(number: number, nth: number): Promise<Indirect> {
    const packed = this.#packed.get(number) ?? this.#unpack(number);
    this.#packed.set(number, packed);
    const found = (await packed)[nth];
    if (!found) throw malformed();
    return found;
  }

  async #unpack(number: number): Promise<readonly Indirect[]> {
    const entry = this.#entries.get(number);
    // Such an object is never inside another, and nothing that is needed to read it either: it would wait for itself.
    if (entry === undefined || entry === 'free' || !('at' in entry)) throw malformed();
    const { value, from } = this.#at(entry.at);
    if (!isDictionary(value)) throw malformed();
    const octets = await this.#read(value, from, limits.structure);
    const count = value.get('N');
    const first = value.get('First');
    if (typeof count !== 'number' || typeof first !== 'number' || count > limits.entries) throw malformed();
    const heads = new ValueReader(octets, this.#effort);
    return Array.from({ length: count }, () => [heads.count(), heads.count()] as const).map(([inner, at]) => ({
      number: inner,
      value: new ValueReader(octets, this.#effort, first + at).value(),
    }));
  }
}
