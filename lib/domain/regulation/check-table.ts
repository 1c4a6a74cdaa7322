import type { Finding, Path } from './defect.ts';
import { ROW_LIMIT } from './form-values.ts';
import type { RegulationText } from './schema.ts';

type Field = Omit<RegulationText['form']['fields'][number], 'from'>;

/** A table has columns, and its rules name these and the days of its form. */
export const checkTables = (fields: readonly Field[], path: Path): Finding[] =>
  fields.flatMap((field, index) => checkTable(field, fields, [...path, 'fields', index]));

function checkTable(
  { kind, columns, unique = [], quarters, length }: Field,
  form: readonly Field[],
  at: Path,
): Finding[] {
  const isTable = kind === 'table';
  const names = (columns ?? []).map(({ name }) => name);
  const isDay = (name: string) => form.some((each) => each.name === name && each.kind === 'day');
  const when = (wrong: boolean, part: string, reason: string): Finding[] =>
    wrong ? [{ path: [...at, part], reason }] : [];
  return [
    ...when(isTable !== (columns !== undefined), 'columns', 'a table has columns, and nothing else has'),
    ...when(!isTable && unique.length > 0, 'unique', 'only a table has rows'),
    ...when(!isTable && quarters !== undefined, 'quarters', 'only a table has rows'),
    ...when(new Set(names).size < names.length, 'columns', 'a column stands twice'),
    ...when(isTable && length.max > ROW_LIMIT, 'length', `a table has ${ROW_LIMIT} rows at most`),
    ...[...unique, ...(quarters ? [quarters.quarter, quarters.year] : [])].flatMap((name) =>
      when(!names.includes(name), 'columns', `the table has no column ${name}`),
    ),
    ...(quarters ? [quarters.from, quarters.until] : []).flatMap((name) =>
      when(!isDay(name), 'quarters', `the form has no day ${name}`),
    ),
  ];
}
