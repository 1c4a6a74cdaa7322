import type { FieldSpec } from './field-spec.ts';
import { readRows, writeRows } from './rows.ts';

/** Characters that people type around numbers but do not mean: blanks, hyphens, brackets, the plus of "+7". */
const AROUND = /[\s\u00a0()-]/g;

type Normalised = Pick<FieldSpec, 'format' | 'kind'> & Partial<Pick<FieldSpec, 'columns'>>;

/** The input in the form in which it is checked and sent. Nobody is refused because of a blank. */
export function normalise({ format, kind, columns = [] }: Normalised, typed: string): string {
  if (kind === 'table')
    return writeRows(
      readRows(typed).map((row) =>
        Object.fromEntries(columns.map((column) => [column.name, normalise(column, row[column.name] ?? '')])),
      ),
    );
  const text = typed.normalize('NFC').trim();
  if (kind === 'phone') return text.replaceAll(AROUND, '').replace(format === 'numeric' ? /^\+/ : '', '');
  return kind === 'iin' || format === 'numeric' ? text.replaceAll(AROUND, '') : text;
}
