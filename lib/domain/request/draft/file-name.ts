import * as z from 'zod';

const REFUSED = 'a file name without control or invisible characters and \\ / : * ? " < > |';

/**
 * The name of a scan, as officers read it and as it stands in what is signed: in NFC, with none of the characters that
 * no system's file may have, none that are not seen or turn the reading order, and not of dots alone.
 */
export const FileName = z
  .string()
  .overwrite((name) => name.normalize('NFC').trim())
  .min(1)
  .max(200)
  .regex(/^[^\\/:*?"<>|]+$/, REFUSED)
  // Beside the pattern, which stands in openapi.json: not every language's validator knows classes of Unicode.
  .refine((name) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(name), REFUSED)
  .regex(/[^. ]/u, 'a file name that is not of dots alone');
