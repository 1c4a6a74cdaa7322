import { createHash } from 'node:crypto';
import type { RandomSource } from '../../signing/random.ts';

/** The same bytes for the same seed; only for tests. */
export function seededRandom(seed: string): RandomSource {
  let drawn = 0;
  return (length) => {
    const bytes = createHash('shake256', { outputLength: length }).update(`${seed}/${drawn++}`).digest();
    return new Uint8Array(bytes);
  };
}
