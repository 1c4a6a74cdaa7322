import { fromHex, toHex } from '../bytes.ts';

/** The integer whose least significant byte comes first: the national signatures write every integer this way. */
export function readLittleEndian(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  return BigInt(`0x${toHex(bytes.slice().reverse())}`);
}

/** `value` in exactly `length` bytes, least significant first; throws a RangeError if it does not fit. */
export function writeLittleEndian(value: bigint, length: number): Uint8Array {
  const hex = value.toString(16).padStart(2 * length, '0');
  if (value < 0n || hex.length > 2 * length) throw new RangeError(`${length} bytes do not hold the integer`);
  return fromHex(hex).reverse();
}
