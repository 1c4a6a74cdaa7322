/** A row of a table: its values by the name of the column. */
type Row = Record<string, string>;

/** What a form holds by the name of its field: text, or the rows of a table. */
export type FormValues = Readonly<Record<string, string | Row[]>>;
export type FormValue = FormValues[string];
export type Rows = Exclude<FormValue, string>;

/** Rows of the longest table that a regulation may have. */
export const ROW_LIMIT = 100;

/** The text of a field; empty if it has none. */
export function textIn(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}
