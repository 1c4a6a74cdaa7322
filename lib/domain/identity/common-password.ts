import { sha256Hex } from '../digest/sha256.ts';
import list from './common-passwords.json' with { type: 'json' };

const marks = new Set(list.sha256.split(' '));
const encoder = new TextEncoder();
const isCommon = (word: string) => marks.has(sha256Hex(encoder.encode(word)).slice(0, 8));

/** Characters that the repeated part of a password must have at least. */
const LEAST_REPEATED = 8;

/** Characters that may stand around a common word before it counts as another password. */
const MOST_AROUND = 6;

/**
 * Whether a password is among the first thousands that attackers guess (NIST SP 800-63B 5.1.1.2): it is in the list, or
 * a word of the list with a few digits and signs around it, or such a word or a few characters repeated again and
 * again.
 */
export function isCommonPassword(password: string): boolean {
  const typed = password.normalize('NFKC').toLowerCase();
  const once = /^(.+?)\1+$/u.exec(typed)?.[1] ?? typed;
  if (once !== typed && once.length < LEAST_REPEATED) return true;
  const word = once.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const around = once.length - word.length;
  return isCommon(typed) || isCommon(once) || (around <= MOST_AROUND && isCommon(word));
}
