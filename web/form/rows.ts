import type { FormValues, Rows } from '../../lib/domain/regulation/form-values.ts';
import type { FieldError } from '../../lib/domain/problem/problem.ts';
import type { FieldSpec } from './field-spec.ts';

type Typed = Readonly<Record<string, string>>;

/** Rows as the text under which an open form keeps them, like the input of every other field. */
export const writeRows = (rows: Readonly<Rows>): string => (rows.length === 0 ? '' : JSON.stringify(rows));

/** The other way. */
export const readRows = (text: string): Rows => (text === '' ? [] : (JSON.parse(text) as Rows));

/** What the API holds, as an open form keeps it. */
export const typedOf = (values: FormValues): Typed =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : writeRows(value)]),
  );

/** The values of these fields as the API takes them. */
export const sentOf = (specs: readonly Pick<FieldSpec, 'name' | 'kind'>[], values: Typed): FormValues =>
  Object.fromEntries(
    specs.map(({ name, kind }) => [name, kind === 'table' ? readRows(values[name] ?? '') : (values[name] ?? '')]),
  );

/** Whether a field of the form, or a cell of it, has a fault. */
export const isWrong = (faults: readonly FieldError[], name: string): boolean =>
  faults.some(({ field }) => `${field}/`.startsWith(`/form/${name}/`));

/** Id of a cell's control: `payments-2-amount`. */
export const cellId = (table: string, row: number, column: string) => `${table}-${row}-${column}`;
