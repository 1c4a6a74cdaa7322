import type { AddressLimit } from '../template/firewall.ts';

/** A limit's time is counted in this many parts; the oldest part is dropped when the next begins. */
const PARTS = 6;
/** How many addresses are remembered for each limit; beyond that, the one seen first is forgotten. */
export const MOST_ADDRESSES = 10_000;

interface Counted {
  /** Number of the part to which `counts[0]` belongs, since the epoch. */
  part: number;
  counts: number[];
}

/**
 * Counts requests by address as the firewall does; refused ones count as well.
 * @param now milliseconds
 * @returns the refusal for the address, or undefined if it may continue
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

/** Escapes that cannot be decoded stay as they are. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
