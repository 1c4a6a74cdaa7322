import * as z from 'zod';
import { logEvent } from '../log.ts';
import { openTrustBucket, type TrustBucket } from './trust-bucket.ts';

/** A file of `offices/` in the trust bucket: the BIN (12 digits) of offices, centres and akims by their codes in the directories. */
export const OfficeNumbers = z.record(z.string(), z.string().regex(/^\d{12}$/));
export type OfficeNumbers = z.infer<typeof OfficeNumbers>;

/** The BIN of a place; undefined if the deployment has none for it: then nobody can sign in its name. */
export type BinOf = (place: string, now: Date) => Promise<string | undefined>;

/** Seconds between two reads of the bucket. */
const KEEP_SECONDS = 60;

/**
 * A file that cannot be read gives no numbers; a place with two different numbers has none. Throws if the bucket cannot
 * be reached.
 */
export function openOfficeNumbers(
  trustBucket: string,
  bucket: Pick<TrustBucket, 'readAll'> = openTrustBucket(trustBucket),
): BinOf {
  let kept: { readonly at: number; readonly numbers: Promise<ReadonlyMap<string, string>> } | undefined;
  const read = async (now: Date) => {
    const files = [...(await bucket.readAll('offices/', '.json', now))];
    const given = files.flatMap(([key, bytes]) => Object.entries(parse(key, bytes)));
    const byPlace = Map.groupBy(given, ([place]) => place);
    const single = [...byPlace.values()].filter(([first, ...others]) => others.every(([, bin]) => bin === first![1]));
    return new Map(single.map(([first]) => first!));
  };
  return async (place, now) => {
    if (!kept || Math.abs(now.getTime() - kept.at) >= KEEP_SECONDS * 1000) {
      const numbers = read(now);
      kept = { at: now.getTime(), numbers };
      numbers.catch(() => (kept = undefined));
    }
    return (await kept.numbers).get(place);
  };
}

function parse(key: string, bytes: Uint8Array): OfficeNumbers {
  try {
    return OfficeNumbers.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    logEvent('trust/unreadable', { key });
    return {};
  }
}
