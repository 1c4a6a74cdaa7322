import type { KeyFamily, SigningKey } from '../../lib/signing/signing-key.ts';
import type { Blueprint } from './plans.ts';

/** One thing to do wrong. `fails`: every check that must not pass, as `code` or `code/reason`; no other may fail. */
export interface Spoil {
  readonly name: string;
  readonly fails: readonly string[];
  readonly spoil: (blueprint: Blueprint) => void;
  /** Default: failed. */
  readonly verdict?: 'failed' | 'indeterminate' | 'passed';
  /** Default: all. */
  readonly families?: readonly KeyFamily[];
}

interface Options extends Pick<Spoil, 'families'> {
  /** Further checks that this one thing necessarily fails. */
  readonly also?: readonly string[];
}

export const failing = (
  name: string,
  fails: string | readonly string[],
  spoil: Spoil['spoil'],
  { also = [], ...options }: Options = {},
): Spoil => ({ name, fails: [fails, also].flat(), spoil, ...options });

/** What could not be checked: neither passed nor failed. */
export const open = (
  name: string,
  fails: string,
  spoil: Spoil['spoil'],
  { also = [], ...options }: Options = {},
): Spoil => ({
  name,
  fails: [fails, ...also],
  spoil,
  verdict: 'indeterminate',
  ...options,
});

/** What looks spoilt but is not. */
export const harmless = (name: string, spoil: Spoil['spoil'], options: Pick<Spoil, 'families'> = {}): Spoil => ({
  name,
  fails: [],
  spoil,
  verdict: 'passed',
  ...options,
});

/** The lowest bit of the last octet: in a signed structure, a bit of its signature. */
export function flipLast(bytes: Uint8Array): Uint8Array {
  const flipped = Uint8Array.from(bytes);
  flipped[flipped.length - 1]! ^= 1;
  return flipped;
}

/** The key with changed signature values. */
export const signingWrongly = (key: SigningKey, change: (signature: Uint8Array) => Uint8Array): SigningKey => ({
  ...key,
  sign: (message) => change(key.sign(message)),
});
