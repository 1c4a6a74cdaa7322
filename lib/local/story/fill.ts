import { createHash, randomUUID } from 'node:crypto';
import { readIin } from '../../domain/identity/iin.ts';
import type { FormValue } from '../../domain/regulation/form-values.ts';
import { demoIin } from '../demo/demo-number.ts';

/** What the catalogue says of a field of a form or of an output, or of a column of its table. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly length: { readonly min: number; readonly max: number };
  readonly format: string;
  readonly kind?: string | undefined;
  readonly columns?: readonly Field[] | undefined;
  readonly quarters?: { readonly quarter: string; readonly year: string } | undefined;
  readonly meaning?: string | undefined;
  readonly when?: string | undefined;
  readonly birthOf?: string | undefined;
  readonly group?: string | undefined;
}

/**
 * Fills every field with something that its description allows, as a client can who knows nothing but the catalogue.
 * Groups stay empty: the applicant acts alone; and nobody wants the result by e-mail, so that it is handed over. The same `application`
 * gives the same form: an application that is sent again has to be equal.
 */
export function fill(
  fields: readonly Field[],
  iin: string,
  application: string = randomUUID(),
): Record<string, FormValue> {
  const asked = fields.filter(({ group, name }) => group === undefined && name !== 'resultEmail');
  const values = Object.fromEntries(
    asked.map((field) => [field.name, rowsOf(field, iin) ?? textFor(field, iin, application)]),
  );
  for (const { name, birthOf } of asked) {
    const child = birthOf === undefined ? undefined : values[birthOf];
    const facts = typeof child === 'string' ? readIin(child) : undefined;
    if (typeof facts === 'object') values[name] = facts.birthDate ?? '';
  }
  return values;
}

/** As few rows as a table takes, in the quarter of the days below. */
const rowsOf = ({ kind, columns = [], length, quarters }: Field, iin: string): FormValue | undefined =>
  kind === 'table'
    ? Array.from({ length: length.min }, () => ({
        ...Object.fromEntries(columns.map((column) => [column.name, textFor(column, iin, '')])),
        ...(quarters && { [quarters.quarter]: '3', [quarters.year]: '2026' }),
      }))
    : undefined;

/** A child's day of birth. */
const born = '2021-05-06';

function textFor(
  { kind, meaning, when, format, length: { min, max } }: Field,
  iin: string,
  application: string,
): string {
  if (meaning === 'applicant-iin') return iin;
  if (when === 'not-future') return born;
  if (kind === 'iin') return childOf(application);
  if (kind !== undefined && kind in kinds) return kinds[kind as keyof typeof kinds];
  if (format === 'numeric') return '1'.repeat(min);
  return 'Демо '
    .repeat(Math.ceil(min / 5) + 1)
    .slice(0, Math.max(min, Math.min(max, 20)))
    .trimEnd()
    .padEnd(min, 'о');
}

/** Another child for another application: a child stands in one queue only. */
function childOf(application: string): string {
  const digest = createHash('sha256').update(application).digest();
  const birth = new Date(Date.UTC(2021, 0, 1 + (digest.readUInt16BE(0) % 1500)));
  return demoIin(birth.toISOString().slice(0, 10), 'male', digest.readUInt16BE(2) % 90);
}

const kinds = {
  day: '2026-09-01',
  money: '12500',
  count: '4',
  'yes-no': 'yes',
  choice: '1',
  email: 'demo@example.kz',
  phone: '87252000000',
} as const;
