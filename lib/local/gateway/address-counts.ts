import type { AddressLimit } from '../template/firewall.ts';

/** Parts of a limit's time that are counted apart: the oldest falls away as the next begins. */
const PARTS = 6;
/** Addresses that are remembered of each limit; beyond, the one that was first seen is forgotten. */
export const MOST_ADDRESSES = 10_000;

interface Counted {
  /** Number of the part in which `counts[0]` stands, since the epoch. */
  part: number;
  counts: number[];
}

/**
 * Counts requests by address as the firewall does: refused ones count as well.
 * @param now milliseconds
 * @returns what the address is told, or undefined where it may go on
 */
export function countAddresses(limits: readonly AddressLimit[], now: () => number) {
  const seen = limits.map((limit) => ({ limit, addresses: new Map<string, Counted>() }));
  return (address: string, path: string): AddressLimit['answer'] | undefined => {
    const decoded = decode(path);
    let refused: AddressLimit['answer'] | undefined;
    for (const { limit, addresses } of seen) {
      if (limit.pattern && !limit.pattern.test(decoded)) continue;
      if (count(addresses, address, limit, now()) > limit.limit) refused ??= limit.answer;
    }
    return refused;
  };
}

function count(addresses: Map<string, Counted>, address: string, { seconds }: AddressLimit, now: number): number {
  const part = Math.floor((now / 1000 / seconds) * PARTS);
  const known = addresses.get(address) ?? { part, counts: [] };
  const passed = Math.min(Math.max(part - known.part, 0), PARTS);
  const counts = [...Array.from({ length: passed }, () => 0), ...known.counts].slice(0, PARTS);
  counts[0] = (counts[0] ?? 0) + 1;
  addresses.set(address, { part: Math.max(part, known.part), counts });
  if (addresses.size > MOST_ADDRESSES) addresses.delete(addresses.keys().next().value ?? '');
  return counts.reduce((sum, each) => sum + each, 0);
}

/** Escapes that cannot be read stay. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
