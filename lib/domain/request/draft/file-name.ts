import * as z from 'zod';

const REFUSED = 'a file name without control or invisible characters and \\ / : * ? " < > |';

/**
 * The name of a scan, as officers read it and as the signed application contains it. It is in NFC. It has no character
 * that file systems forbid, none that is invisible or changes the reading order, and does not consist of dots.
 */
export const FileName = z
  .string()
  .overwrite((name) => name.normalize('NFC').trim())
  .min(1)
  .max(200)
  .regex(/^[^\\/:*?"<>|]+$/, REFUSED)
  // Checked apart from the pattern: that is in openapi.json, and not every validator knows Unicode classes.
  .refine((name) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(name), REFUSED)
  .regex(/[^. ]/u, 'a file name that is not of dots alone');
