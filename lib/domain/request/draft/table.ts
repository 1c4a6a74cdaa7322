import type { z } from 'zod';
import type { FieldError } from '../../problem/problem.ts';
import type { Column, FormField as FormFieldSchema } from '../../regulation/schema.ts';
import { textIn, type FormValues, type Rows } from '../../regulation/form-values.ts';

export type Table = Pick<z.output<typeof FormFieldSchema>, 'name' | 'required' | 'length' | 'unique' | 'quarters'> & {
  readonly columns: readonly Column[];
};

export interface Place {
  /** Where the table is in the input, e.g. `/fields/payments`. */
  readonly at: string;
  /** The whole form, for the days between which the rows lie. */
  readonly values: FormValues;
  /** Whether a missing row or cell is a defect. */
  readonly complete: boolean;
}

/** Too few rows, or too many. A draft may have fewer. */
export function countRows(
  { required, length: { min, max } }: Table,
  rows: Readonly<Rows>,
  { at, complete }: Place,
): FieldError[] {
  const tooFew = complete && rows.length < min && (required || rows.length > 0);
  return tooFew || rows.length > max
    ? [{ field: at, rule: 'rows', expected: `${min} to ${max} rows`, bounds: { min, max } }]
    : [];
}

/**
 * What is wrong between rows whose cells are right: a row that stands twice, a quarter outside the period. A finding names a cell by
 * JSON Pointer: `/fields/payments/2/quarter` is in the third row.
 */
export const compareRows = (table: Table, rows: Readonly<Rows>, { at, values }: Place): FieldError[] => [
  ...repeated(table, rows, at),
  ...outside(table, rows, at, values),
];

function repeated({ unique = [] }: Table, rows: Readonly<Rows>, at: string): FieldError[] {
  const [first] = unique;
  if (first === undefined) return [];
  const keys = rows.map((row) => unique.map((name) => row[name] ?? ''));
  return keys.flatMap((key, index) =>
    key.every((part) => part !== '') && keys.findIndex((each) => each.join('\n') === key.join('\n')) < index
      ? [{ field: `${at}/${index}/${first}`, rule: 'repeated', expected: `${unique.join(' and ')} of no row above` }]
      : [],
  );
}

/** A quarter may begin before the period or end after it, but shares a day with it. */
function outside({ quarters }: Table, rows: Readonly<Rows>, at: string, values: FormValues): FieldError[] {
  if (!quarters) return [];
  const [from, until] = [textIn(values, quarters.from), textIn(values, quarters.until)];
  if (from === '' || until === '') return [];
  const [first, last] = [quarterOf(from), quarterOf(until)];
  return rows.flatMap((row, index) => {
    const [quarter = '', year = ''] = [row[quarters.quarter], row[quarters.year]];
    const own = `${year}-${quarter}`;
    return quarter !== '' && year !== '' && (own < first || own > last)
      ? [{ field: `${at}/${index}/${quarters.quarter}`, rule: 'within-period', expected: `${first} to ${last}` }]
      : [];
  });
}

/** "2026-05-06" → "2026-2". Compared as text, like days. */
const quarterOf = (day: string) => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
