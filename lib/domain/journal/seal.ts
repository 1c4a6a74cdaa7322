import * as z from 'zod';
import { Sha256 } from '../digest/sha256.ts';
import { digestOf, sortOf, type Entry } from './entry.ts';

/** How many entries one seal names; more are sealed by the next one. */
export const SEALED = 20_000;

/** A seal covers what sorts after `from` up to and with `until`: each entry in order with its digest, chained to the last seal. */
export const Seal = z.strictObject({
  from: z.string(),
  until: z.string(),
  /** SHA-256 of the seal before, as it is stored; null in the first. */
  previous: Sha256.nullable(),
  entries: z.array(z.tuple([z.string(), Sha256])).max(SEALED),
});
export type Seal = z.infer<typeof Seal>;

/** A seal, and the SHA-256 of its bytes. */
export interface Sealed {
  readonly seal: Seal;
  readonly sha256: string;
}

/** The seal after `last` over these entries, which sort after it. */
export const sealAfter = (last: Sealed | undefined, from: string, until: string, entries: readonly Entry[]): Seal => ({
  from: last?.seal.until ?? from,
  until,
  previous: last?.sha256 ?? null,
  entries: entries.map((entry) => [sortOf(entry), digestOf(entry)]),
});

/** `late`: it was written after its time had been sealed. `chain`: the seal does not follow from the one before it. */
export type FaultCode = 'changed' | 'missing' | 'late' | 'chain' | 'rewritten';
export interface Fault {
  readonly code: FaultCode;
  /** Of the entry, or of the seal. */
  readonly at: string;
}

/** What a comparison with a seal tells. */
export interface Compared {
  readonly faults: readonly Fault[];
  /** How many entries are gone that had been kept for their term. */
  readonly erased: number;
}

/**
 * Compares a seal with the entries that are there for its time now. An entry that is gone is missing, unless it was written
 * before `keptSince`.
 */
export function compareSealed(
  { seal }: Sealed,
  before: Sealed | undefined,
  found: readonly Entry[],
  keptSince: Date,
): Compared {
  const there = new Map(found.map((entry) => [sortOf(entry), digestOf(entry)]));
  const sealed = new Map(seal.entries);
  const follows = before ? seal.previous === before.sha256 && seal.from === before.seal.until : seal.previous === null;
  const isErased = (at: string) => !there.has(at) && at < keptSince.toISOString();
  const faults = [
    ...(follows ? [] : [{ code: 'chain' as const, at: seal.until }]),
    ...seal.entries.flatMap(([at, digest]): Fault[] => {
      const now = there.get(at);
      if (now === undefined) return isErased(at) ? [] : [{ code: 'missing', at }];
      return now === digest ? [] : [{ code: 'changed', at }];
    }),
    ...[...there.keys()].filter((at) => !sealed.has(at)).map((at): Fault => ({ code: 'late', at })),
  ];
  return { faults, erased: seal.entries.filter(([at]) => isErased(at)).length };
}
