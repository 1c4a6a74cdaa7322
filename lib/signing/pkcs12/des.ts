// DES (FIPS 46-3), three times with three keys. It reads key files that the authority encrypted this way; nothing new
// is encrypted with it.

/** For each bit, the bit from which it comes, counted from 1 at the most significant, as in the standard's tables. */
const list = (text: string): readonly number[] => text.split(' ').map(Number);
const keyChoice1 = list(
  '57 49 41 33 25 17 9 1 58 50 42 34 26 18 10 2 59 51 43 35 27 19 11 3 60 52 44 36 ' +
    '63 55 47 39 31 23 15 7 62 54 46 38 30 22 14 6 61 53 45 37 29 21 13 5 28 20 12 4',
);
const keyChoice2 = list(
  '14 17 11 24 1 5 3 28 15 6 21 10 23 19 12 4 26 8 16 7 27 20 13 2 ' +
    '41 52 31 37 47 55 30 40 51 45 33 48 44 49 39 56 34 53 46 42 50 36 29 32',
);
const keyShifts = list('1 1 2 2 2 2 2 2 1 2 2 2 2 2 2 1');
const roundBits = list('16 7 20 21 29 12 28 17 1 15 23 26 5 18 31 10 2 8 24 14 32 27 3 9 19 13 30 6 22 11 4 25');
/** The initial permutation takes every eighth bit; its inverse puts them back. */
const firstBits = Array.from(
  { length: 64 },
  (_, at) => 8 * (8 - (at % 8)) - 6 + 2 * ((at >> 3) % 4) - (at < 32 ? 0 : 1),
);
const lastBits = firstBits.map((_, at) => firstBits.indexOf(at + 1) + 1);

/** The eight S-boxes, four rows each of sixteen hex digits. */
const boxes = [
  'e4d12fb83a6c59070f74e2d1a6cb953841e8d62bfc973a50fc8249175b3ea06d',
  'f18e6b34972dc05a3d47f28ec01a69b50e7ba4d158c6932fd8a13f42b67c05e9',
  'a09e63f51dc7b428d709346a285ecbf1d6498f30b12c5ae71ad069874fe3b52c',
  '7de3069a1285bc4fd8b56f03472c1ae9a690cb7df13e52843f06a1d8945bc72e',
  '2c417ab6853fd0e9eb2c47d150fa3986421bad78f9c5630eb8c71e2d6f09a453',
  'c1af92680d34e75baf427c9561de0b389ef528c3704a1db6432c95fabe17608d',
  '4b2ef08d3c975a61d0b7491ae35c2f8614bdc37eaf6805926bd814a7950fe23c',
  'd2846fb1a93e50c71fd8a374c56b0e927b419ce206adf35821e74a8dfc90356b',
];

/** The result of each box for six bits, at the positions to which the round's permutation moves it. */
const spread = boxes.map((box, at) =>
  Int32Array.from({ length: 64 }, (_, six) => {
    const place = 16 * (((six >> 4) & 2) | (six & 1)) + ((six >> 1) & 15);
    const word = Number.parseInt(box[place]!, 16) << (28 - 4 * at);
    return roundBits.reduce((bits, from) => (bits << 1) | ((word >>> (32 - from)) & 1), 0);
  }),
);

/** Sixteen times eight groups of six bits. */
type Schedule = readonly (readonly number[])[];

/** The parity bits of the eight octets are ignored. */
function schedule(key: Uint8Array): Schedule {
  const bits = keyChoice1.map((from) => (key[(from - 1) >> 3]! >> (7 - ((from - 1) & 7))) & 1);
  let halves = [bits.slice(0, 28), bits.slice(28)];
  return keyShifts.map((by) => {
    halves = halves.map((half) => [...half.slice(by), ...half.slice(0, by)]);
    const both = halves.flat();
    return spread.map((_, at) =>
      keyChoice2.slice(6 * at, 6 * at + 6).reduce((six, from) => 2 * six + both[from - 1]!, 0),
    );
  });
}

/** A block of two words, with its bits permuted as DES does before and after the rounds. */
function permute([left, right]: readonly [number, number], table: readonly number[]): [number, number] {
  const half = (from: number) =>
    table
      .slice(from, from + 32)
      .reduce((word, bit) => (word << 1) | ((bit > 32 ? right >>> (64 - bit) : left >>> (32 - bit)) & 1), 0);
  return [half(0), half(32)];
}

function rounds([left, right]: readonly [number, number], keys: Schedule): [number, number] {
  let [before, now] = [left, right];
  for (const key of keys) {
    let mixed = 0;
    for (let at = 0; at < 8; at++) {
      const turn = (4 * at + 5) & 31;
      mixed |= spread[at]![(((now << turn) | (now >>> (32 - turn))) & 63) ^ key[at]!]!;
    }
    [before, now] = [now, before ^ mixed];
  }
  return [now, before];
}

/** One block of eight octets in place, big-endian. */
export type BlockFunction = (block: DataView) => void;

/**
 * Encrypts with the first eight octets of the key, decrypts with the second, encrypts with the third; or the reverse.
 */
export function tripleDes(key: Uint8Array, way: 'encrypt' | 'decrypt'): BlockFunction {
  const [one, two, three] = [0, 8, 16].map((from) => schedule(key.subarray(from, from + 8)));
  const back = (keys: Schedule | undefined) => [...keys!].reverse();
  const steps = way === 'encrypt' ? [one!, back(two), three!] : [back(three), two!, back(one)];
  return (block) => {
    let words = permute([block.getInt32(0), block.getInt32(4)], firstBits);
    for (const step of steps) words = rounds(words, step);
    const [left, right] = permute(words, lastBits);
    block.setInt32(0, left);
    block.setInt32(4, right);
  };
}
