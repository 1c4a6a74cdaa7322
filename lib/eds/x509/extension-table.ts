import { readDer, type DerNode } from '../der.ts';
import { oids } from '../oid.ts';
import type { Extension } from './extension.ts';

type Readers<T> = { readonly [Field in keyof T]-?: (node: DerNode) => T[Field] };

/** The extensions on which a kind of document depends, each with its reader, under the names in `oids.extension`. */
export class ExtensionTable<T extends { readonly [Field in keyof typeof oids.extension]?: unknown }> {
  readonly #readers: Readers<T>;
  readonly #fields: ReadonlyMap<string, keyof T & keyof typeof oids.extension>;

  readonly #present: readonly string[];

  /** `present`: dotted OIDs of extensions of which only the presence counts, whatever their value. */
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

  /**
   * Dotted OIDs of critical extensions that are not processed: they forbid the use of the document (RFC 5280 4.2, 5.2).
   */
  unknownCritical(extensions: readonly Extension[]): readonly string[] {
    const isKnown = (oid: string): boolean => this.#fields.has(oid) || this.#present.includes(oid);
    return extensions.filter(({ oid, critical }) => critical && !isKnown(oid)).map(({ oid }) => oid);
  }
}
