import type { FormField } from '../../lib/domain/request/draft/form.ts';
import { textIn, type FormValue } from '../../lib/domain/regulation/form-values.ts';
import { readIin } from '../../lib/domain/identity/iin.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';

/**
 * Values that satisfy a form, the shortest that each field takes. The applicant acts alone and wants no result by e-mail: while a
 * mailed address works, no alarm rings for what waits at the counter.
 */
export function fill(fields: readonly FormField[], applicantIin: string): Record<string, FormValue> {
  const asked = fields.filter(({ group, name }) => group === undefined && name !== 'resultEmail');
  const values: Record<string, FormValue> = Object.fromEntries(
    asked.map((field) => [field.name, rowsOf(field, applicantIin) ?? valueOf(field, applicantIin)]),
  );
  for (const { name, birthOf } of asked) {
    const facts = birthOf === undefined ? undefined : readIin(textIn(values, birthOf));
    if (typeof facts === 'object') values[name] = facts.birthDate ?? '';
  }
  return values;
}

/** As few rows as a table takes, in the quarter of the days below. */
const rowsOf = ({ kind, columns = [], length, quarters }: FormField, applicantIin: string) =>
  kind === 'table'
    ? Array.from({ length: length.min }, () => ({
        ...Object.fromEntries(columns.map((column) => [column.name, valueOf(column, applicantIin)])),
        ...(quarters && { [quarters.quarter]: '3', [quarters.year]: '2026' }),
      }))
    : undefined;

function valueOf({ meaning, kind, when, format, length: { min } }: FormField, applicantIin: string): string {
  if (meaning === 'applicant-iin') return applicantIin;
  if (when === 'not-future') return born;
  if (kind && kind !== 'table') return byKind[kind];
  return (format === 'numeric' ? '1' : 'а').repeat(min);
}

/** A child's day of birth. */
const born = '2021-05-06';

const byKind = {
  iin: demoIin(born, 'male', 1),
  day: '2026-09-01',
  money: '12500',
  count: '4',
  'yes-no': 'no',
  choice: '1',
  email: 'a@b.kz',
  phone: '87252000000',
} as const satisfies Record<Exclude<NonNullable<FormField['kind']>, 'table'>, string>;
