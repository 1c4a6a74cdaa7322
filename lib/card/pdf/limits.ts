import { CardRefusal } from '../refusal.ts';

const mebi = 1024 * 1024;

/** What reading one file may cost, in octets and counts. Documents here have at most 16 MB; a signature has some kilobytes. */
export const limits = {
  file: 32 * mebi,
  attachments: 33,
  document: 16 * mebi,
  signature: mebi,
  /** Together. */
  signatures: 8 * mebi,
  /** Of a list of objects, or of several objects in one. */
  structure: 8 * mebi,
  /** All that is inflated. */
  inflated: 48 * mebi,
  values: 500_000,
  /** Blanks, words and strings, however often they are read. */
  scanned: 64 * mebi,
  word: 1024,
  string: 64 * 1024,
  entries: 300_000,
  sections: 64,
  nodes: 256,
  depth: 32,
  hops: 8,
  name: 255,
} as const;

type Counted = 'values' | 'scanned' | 'entries' | 'sections' | 'nodes' | 'inflated';

/** Counts what is read of one file. */
export class Effort {
  readonly #spent: Record<Counted, number> = { values: 0, scanned: 0, entries: 0, sections: 0, nodes: 0, inflated: 0 };

  /** @throws CardRefusal `pdf-limit` */
  spend(on: Counted, amount = 1): void {
    this.#spent[on] += amount;
    if (this.#spent[on] > limits[on]) throw new CardRefusal('pdf-limit');
  }
}
