import type { Bilingual } from '../language/bilingual.ts';
import { signedOf, type Output } from './output.ts';
import { duties } from './wording.ts';

/**
 * The post of whoever signed, in words: as the document names it; if the document was printed before its signer was known, by
 * their role. Undefined if it is unsigned.
 */
export function signedPost(output: Output): Bilingual | undefined {
  const signed = signedOf(output);
  return signed && (output.file?.post ?? duties[signed.by.position]);
}
