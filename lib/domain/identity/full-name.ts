import * as z from 'zod';
import { cyrillic, latin } from '../language/letters.ts';

const letter = `${latin}${cyrillic}`;

const mixed = new RegExp(`[${latin}][.'\u2019\u02bc]?[${cyrillic}]|[${cyrillic}][.'\u2019\u02bc]?[${latin}]`);

/** Dashes and spaces as word processors and PDFs have them become those of a keyboard. */
const asOnCard = (name: string) =>
  name
    .normalize('NFC')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[ \u00a0\u2000-\u200a\u202f]+/g, ' ')
    .trim();

/** As the identity card has it: Cyrillic or Latin letters, spaces, hyphens, apostrophes and dots. */
export const FullName = z
  .string()
  .overwrite(asOnCard)
  .min(2)
  .max(150)
  .regex(
    new RegExp(`^[${letter}][${letter}'\u2019\u02bc. -]*$`),
    'Cyrillic or Latin letters, spaces, hyphens, apostrophes, dots',
  )
  // A Latin letter that looks like a Cyrillic one: neither people nor a search would find the name again.
  .refine((name) => !mixed.test(name), {
    error: 'each word in letters of one alphabet',
    params: { rule: 'name-mixed' },
  });
