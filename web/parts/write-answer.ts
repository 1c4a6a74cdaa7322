import { writeDay } from '../../lib/domain/language/dates.ts';
import type { FormValue } from '../../lib/domain/regulation/form-values.ts';
import type { FieldSpec } from '../form/field-spec.ts';
import { readRows } from '../form/rows.ts';
import { actions, type useText } from '../kit.ts';
import { fieldTexts } from '../texts/fields.ts';

type Answered = Pick<FieldSpec, 'kind' | 'choices' | 'columns'>;

/** An answer as people read it; never blank. */
export function writeAnswer(
  { kind, choices = [], columns = [] }: Answered,
  value: FormValue | undefined,
  t: ReturnType<typeof useText>,
): string {
  if (!value) return t(actions.none);
  if (typeof value !== 'string' || kind === 'table') {
    const rows = typeof value === 'string' ? readRows(value) : value;
    return (
      rows.map((row) => columns.map((column) => writeAnswer(column, row[column.name], t)).join(' · ')).join('; ') ||
      t(actions.none)
    );
  }
  if (kind === 'day') return writeDay(value, t.language);
  if (kind === 'yes-no') return t(value === 'yes' ? fieldTexts.yes : fieldTexts.no);
  if (kind === 'choice') return choices[Number(value) - 1]?.[t.language] ?? value;
  return value;
}
