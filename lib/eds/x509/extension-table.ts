import { readDer, type DerNode } from '../der.ts';
import { oids } from '../oid.ts';
import type { Extension } from './extension.ts';

type Readers<T> = { readonly [Field in keyof T]-?: (node: DerNode) => T[Field] };

/** The extensions that a kind of document is decided by, each with its reader, under the names that `oids.extension` has for them. */
export class ExtensionTable<T extends { readonly [Field in keyof typeof oids.extension]?: unknown }> {
  readonly #readers: Readers<T>;
  readonly #fields: ReadonlyMap<string, keyof T & keyof typeof oids.extension>;

  readonly #present: readonly string[];

  /** `present`: dotted OIDs of extensions that are processed by being there, whatever they hold. */
  constructor(readers: Readers<T>, present: readonly string[] = []) {
    this.#readers = readers;
    this.#present = present;
    const fields = Object.keys(readers) as (keyof T & keyof typeof oids.extension)[];
    this.#fields = new Map(fields.map((field) => [oids.extension[field], field]));
  }

  /** Reads every known extension; a malformed one refuses the whole document, critical or not. */
  read(extensions: readonly Extension[]): Partial<T> {
    const values: { -readonly [Field in keyof T]?: T[Field] } = {};
    for (const { oid, value } of extensions) {
      const field = this.#fields.get(oid);
      if (field !== undefined) values[field] = this.#readers[field](readDer(value));
    }
    return values;
  }

  /** RFC 5280 4.2, 5.2: a critical extension that is not processed forbids to use the document. These dotted OIDs are not. */
  unknownCritical(extensions: readonly Extension[]): readonly string[] {
    const isKnown = (oid: string): boolean => this.#fields.has(oid) || this.#present.includes(oid);
    return extensions.filter(({ oid, critical }) => critical && !isKnown(oid)).map(({ oid }) => oid);
  }
}
