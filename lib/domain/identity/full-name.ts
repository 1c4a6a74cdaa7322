import * as z from 'zod';
import { cyrillic, latin } from '../language/letters.ts';

const letter = `${latin}${cyrillic}`;

/** As the identity card has it: Cyrillic or Latin letters, spaces, hyphens, apostrophes and dots. */
export const FullName = z
  .string()
  .overwrite((name) => name.normalize('NFC').trim())
  .min(2)
  .max(150)
  .regex(
    new RegExp(`^[${letter}][${letter}'\u2019\u02bc. -]*$`),
    'Cyrillic or Latin letters, spaces, hyphens, apostrophes, dots',
  );
