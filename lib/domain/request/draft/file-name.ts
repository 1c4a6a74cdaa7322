import * as z from 'zod';

const REFUSED = 'a file name without control characters and : * ? " < > |';

/**
 * Characters that are removed from a name: invisible ones, ones that change the reading order, line and paragraph
 * separators, those of folders, and beginnings that a spreadsheet reads as a formula.
 */
const LOST = /[\p{Cf}\p{Zl}\p{Zp}/\\]/gu;
const FORMULA = /^[=+@\s-]+/u;

/**
 * The name of a scan, as officers read it and as the signed application contains it. It is in NFC. It has no character
 * that file systems forbid, and does not consist of dots.
 */
export const FileName = z
  .string()
  .max(200)
  .overwrite((name) => name.normalize('NFC').replaceAll(LOST, '').replace(FORMULA, '').trim())
  .min(1)
  .max(200)
  .regex(/^[^\\/:*?"<>|]+$/, REFUSED)
  // Checked apart from the pattern: that is in openapi.json, and not every validator knows Unicode classes.
  .refine((name) => !/\p{C}/u.test(name), REFUSED)
  .regex(/[^. ]/u, 'a file name that is not of dots alone');
