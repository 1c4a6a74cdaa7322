import { fromHex } from '../../eds/bytes.ts';
import type { BlockFunction } from './des.ts';

// RC2 (RFC 2268). The authority's key files encrypt certificates with 40 bits of it. It protects nothing.

/** The digits of pi, as the RFC makes a permutation from them (section 2). */
const pi = fromHex(
  'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2179a59f587b34f1361456d8d09817d32' +
    'bd8f40eb86b77b0bf09521225c6b4e8254d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
    '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed708e8eade8052eef784aa72ac354d6a2a' +
    '961ad2715a1549744b9fd05e0418a4ecc2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
    '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a90d38341bab33ffb0bb480c5fb9b1cd2e' +
    'c5f3db47e5a59c770aa62068fe7fc1ad',
);
const turns = [1, 2, 3, 5];
/** The rounds of mixing after which the words are mashed. */
const mashed = [4, 10];

/** As many effective bits as the key has; 64 words of 16 bits. */
function expand(key: Uint8Array): Uint16Array {
  const octets = new Uint8Array(128);
  octets.set(key);
  const { length } = key;
  for (let at = length; at < 128; at++) octets[at] = pi[(octets[at - 1]! + octets[at - length]!) & 255]!;
  octets[128 - length] = pi[octets[128 - length]!]!;
  for (let at = 127 - length; at >= 0; at--) octets[at] = pi[octets[at + 1]! ^ octets[at + length]!]!;
  return Uint16Array.from({ length: 64 }, (_, at) => octets[2 * at]! | (octets[2 * at + 1]! << 8));
}

/** A block is four words of 16 bits, little-endian. */
export function rc2(key: Uint8Array, way: 'encrypt' | 'decrypt'): BlockFunction {
  const keys = expand(key);
  const words = new Uint16Array(4);
  const before = (at: number, steps: number): number => words[(at + 4 - steps) & 3]!;
  const mix = (at: number, round: number): number =>
    keys[4 * round + at]! + (before(at, 1) & before(at, 2)) + (~before(at, 1) & before(at, 3));
  const mash = (at: number): number => keys[before(at, 1) & 63]!;
  const turn = (word: number, by: number): number => (word << by) | (word >>> (16 - by));

  function forth(round: number): void {
    for (let at = 0; at < 4; at++) {
      words[at]! += mix(at, round);
      words[at] = turn(words[at]!, turns[at]!);
    }
    if (mashed.includes(round)) for (let at = 0; at < 4; at++) words[at]! += mash(at);
  }
  function back(round: number): void {
    if (mashed.includes(round)) for (let at = 3; at >= 0; at--) words[at]! -= mash(at);
    for (let at = 3; at >= 0; at--) {
      words[at] = turn(words[at]!, 16 - turns[at]!);
      words[at]! -= mix(at, round);
    }
  }
  return (block) => {
    for (let at = 0; at < 4; at++) words[at] = block.getUint16(2 * at, true);
    for (let round = 0; round < 16; round++) (way === 'encrypt' ? forth : back)(way === 'encrypt' ? round : 15 - round);
    for (let at = 0; at < 4; at++) block.setUint16(2 * at, words[at]!, true);
  };
}
