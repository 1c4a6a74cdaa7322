/** Returns that many random bytes. It is always an argument, so that a test can make the same artefacts twice. */
export type RandomSource = (length: number) => Uint8Array;

export const systemRandom: RandomSource = (length) => crypto.getRandomValues(new Uint8Array(length));
