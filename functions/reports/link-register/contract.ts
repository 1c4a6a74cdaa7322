import * as z from 'zod';
import { endpoint } from '../../../lib/adapters/http/contract.ts';
import { Link } from '../../../lib/adapters/http/link.ts';
import { nextPage } from '../../../lib/adapters/http/paging.ts';
import { contract as list } from '../list-register/contract.ts';

/** Rows of one file. */
export const ROWS = 10_000;

export const contract = endpoint({
  route: 'GET /register.xlsx',
  tag: 'Work',
  summary: '«Журнал регистрации» as .xlsx: get a short-lived address of the file',
  description:
    'In the language of `Accept-Language`, in the order of registration, up to 10,000 rows a file; the next file begins at ' +
    '`next`. Every cell is a text, none a formula. The file is gone after a day.',
  query: list.query.omit({ limit: true }),
  answer: z.object({
    document: Link,
    sha256: z.string().meta({ description: 'Of the file, hexadecimal' }),
    rows: z.int().nonnegative().max(ROWS),
    next: nextPage,
  }),
  success: 200,
  refusals: [],
  examples: [
    {
      summary: 'November',
      query: { since: '2026-11-01T00:00:00.000Z', until: '2026-12-01T00:00:00.000Z' },
      answers: 200,
    },
  ],
});
