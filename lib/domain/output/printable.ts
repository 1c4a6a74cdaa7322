import * as z from 'zod';
import { cyrillic, latin } from '../language/letters.ts';

/**
 * What the document's font can draw: Latin, Cyrillic with every Kazakh letter, digits, punctuation, №, €, ₸. Any other
 * letter would be an empty box on a signed paper, so it is refused as input. Text is first converted to NFC: «й» typed as
 * «и» and a breve is one letter, not two.
 */
const printable = new RegExp(
  `^[${[
    '\\n -~\\u00a0-\\u00bf\\u00d7\\u00f7',
    latin,
    cyrillic,
    '\\u2010-\\u2014\\u2018-\\u201e\\u2022\\u2026\\u2030\\u2039\\u203a\\u20ac\\u20b8\\u2116', // – “ ” • … ‰ ‹ › € ₸ №
  ].join('')}]*$`,
  'u',
);

export const Printable = z
  .string()
  .overwrite((text) => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').trim())
  .min(1)
  .regex(printable, 'holds a character that cannot be printed');

/** Text from elsewhere, for a paper that must be made in any case: "?" for what the font cannot draw. */
export const toPrintable = (text: string): string =>
  Array.from(text.normalize('NFC'), (letter) => (printable.test(letter) ? letter : '?')).join('');

/** The same text in both languages. */
export const Words = z.strictObject({ kk: Printable, ru: Printable });
export type Words = z.infer<typeof Words>;

/** A value that people wrote is printed once, in their language; a value of the system is printed in both. */
export const Text = z.union([Printable, Words]);
export type Text = z.infer<typeof Text>;
