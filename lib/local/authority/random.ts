import { createHash, randomBytes } from 'node:crypto';

/** Gives that many fresh bytes. An argument everywhere, so that a test can make the same artefacts twice. */
export type RandomSource = (length: number) => Uint8Array;

export const systemRandom: RandomSource = (length) => new Uint8Array(randomBytes(length));

/** The same bytes for the same seed, for tests alone. */
export function seededRandom(seed: string): RandomSource {
  let drawn = 0;
  return (length) => {
    const bytes = createHash('shake256', { outputLength: length }).update(`${seed}/${drawn++}`).digest();
    return new Uint8Array(bytes);
  };
}
