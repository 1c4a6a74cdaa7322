import { z } from 'zod';

/**
 * What the document's font has a shape for: Latin, Cyrillic with every Kazakh letter, digits, punctuation, №, €, ₸.
 * A letter without a shape would be an empty box on a signed paper, so it is refused where the text enters. Text is
 * brought to NFC first: «й» typed as «и» and a breve is one letter, not two.
 */
const printable =
  /^[\n -~\u00a0-\u017f\u0400-\u0491\u0498-\u04bb\u04d8-\u04d9\u04e8-\u04e9\u2010-\u2014\u2018-\u201e\u2022\u2026\u2030\u2039\u203a\u20ac\u20b8\u2116]*$/u;

export const Printable = z
  .string()
  .overwrite((text) => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ').trim())
  .min(1)
  .regex(printable, 'holds a character that cannot be printed');

/** The same text in both languages. */
export const Words = z.strictObject({ kk: Printable, ru: Printable });
export type Words = z.infer<typeof Words>;

/** A value that people wrote stands once, in the language they wrote it in; a value of the system stands in both. */
export const Text = z.union([Printable, Words]);
export type Text = z.infer<typeof Text>;
