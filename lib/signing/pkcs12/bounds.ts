import { KeyFileRefusal } from './refusal.ts';

/** The authority's files have 3–4 kB; with a whole chain and several keys, tens of kB. */
export const mostOctets = 128 * 1024;
/** Each GOST key costs a multiplication of points. */
export const mostKeys = 8;
/**
 * Rounds of derivation that one file may cost in all. The authority writes 1,024 or 2,048 for each of its five
 * derivations; Java writes 10,000, Firefox 600,000.
 */
export const mostRounds = 4_000_000;

/** What may still be spent on a file. It is spent before the work is done, so that a hostile file costs nothing. */
export class Allowance {
  #rounds = mostRounds;
  #keys = mostKeys;

  rounds(count: number): void {
    this.#rounds -= Math.max(count, 1);
    if (this.#rounds < 0) throw new KeyFileRefusal('too-costly');
  }

  key(): void {
    if (--this.#keys < 0) throw new KeyFileRefusal('too-costly');
  }
}
