import { hashHex } from '#eds-crypto';
import { EdsRefusal } from '../refusal.ts';
import type { Inadmissible } from '../report.ts';
import type { Statement } from '../revocation/statement.ts';

/** A list or an answer that was read. */
interface Given {
  readonly der: Uint8Array;
}

type Kind = Inadmissible['evidence'];

/**
 * Evidence that was given but did not count, so that the report mentions it: each piece once, with the first reason.
 */
export class InadmissibleEvidence {
  readonly #rejected = new Map<Given, { readonly evidence: Kind; readonly problem: string }>();
  readonly #admitted = new Set<Given>();

  /** The result of `read` on the octets; empty if they are refused. */
  reading<T>(evidence: Kind, der: Uint8Array, read: (der: Uint8Array) => T): T[] {
    try {
      return [read(der)];
    } catch (error) {
      if (!(error instanceof EdsRefusal)) throw error;
      this.#rejected.set({ der }, { evidence, problem: error.code });
      return [];
    }
  }

  /** What a list or an answer said about one certificate. What it says about other certificates may still count. */
  judged(evidence: Kind, given: Given, said: readonly Statement[]): void {
    const [first] = said;
    if (first === undefined || (first.says === 'nothing' && first.problem === 'crl-scope')) return;
    if (first.says !== 'nothing') this.#admitted.add(given);
    else if (!this.#rejected.has(given)) this.#rejected.set(given, { evidence, problem: first.problem });
  }

  /** By kind and reason. */
  get counts(): readonly Inadmissible[] {
    if (this.#rejected.size === 0) return [];
    const left = [...this.#rejected].filter(([given]) => !this.#admitted.has(given));
    // The same octets may come from several places.
    const once = new Map(left.map(([{ der }, why]) => [`${why.evidence} ${hashHex('SHA-256', der)}`, why]));
    const counts = new Map<string, Inadmissible>();
    for (const { evidence, problem } of once.values()) {
      const key = `${evidence} ${problem}`;
      counts.set(key, { evidence, problem, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return [...counts.values()];
  }
}
