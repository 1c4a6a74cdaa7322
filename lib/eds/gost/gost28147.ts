/** RFC 4357 11.2, id-GostR3411-94-TestParamSet: eight rows, the first for the least significant nibble. */
const substitution = [
  '4a92d80e6b1c7f53',
  'eb4c6dfa23810759',
  '581da342efc7609b',
  '7da1089fe46cb253',
  '6c715fd84a9e03b2',
  '4ba0721d36859cfe',
  'db413f590ae7682c',
  '1fd057a4923e6b8c',
].map((row) => Array.from(row, (digit) => Number.parseInt(digit, 16)));

/** Two nibbles at once, already rotated left by 11: entry (byte number * 256 + byte). */
const rounds = Int32Array.from({ length: 4 * 256 }, (_, index) => {
  const place = index >> 8;
  const low = substitution[2 * place]?.[index & 15] ?? 0;
  const high = substitution[2 * place + 1]?.[(index >> 4) & 15] ?? 0;
  const word = (low | (high << 4)) << (8 * place);
  return (word << 11) | (word >>> 21);
});

/** Three times forwards, once backwards (RFC 5830 section 5.1). */
const keyOrder = Uint8Array.of(
  ...[0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3, 4, 5, 6, 7],
  ...[0, 1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1, 0],
);

/** GOST 28147-89 in its simple mode on the two little-endian words at `at` of `from`, written to the same place of `to`. */
export function encryptBlock(key: Int32Array, from: Int32Array, to: Int32Array, at: number): void {
  let n1 = from[at]!;
  let n2 = from[at + 1]!;
  for (let round = 0; round < 32; round += 2) {
    const first = (n1 + key[keyOrder[round]!]!) | 0;
    n2 ^=
      rounds[first & 255]! ^
      rounds[256 + ((first >>> 8) & 255)]! ^
      rounds[512 + ((first >>> 16) & 255)]! ^
      rounds[768 + (first >>> 24)]!;
    const second = (n2 + key[keyOrder[round + 1]!]!) | 0;
    n1 ^=
      rounds[second & 255]! ^
      rounds[256 + ((second >>> 8) & 255)]! ^
      rounds[512 + ((second >>> 16) & 255)]! ^
      rounds[768 + (second >>> 24)]!;
  }
  // The last round does not swap.
  to[at] = n2;
  to[at + 1] = n1;
}
