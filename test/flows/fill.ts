import { readIin } from '../../lib/domain/identity/iin.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';

/** What the catalogue says of a field of a form or of an output. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly length: { readonly min: number; readonly max: number };
  readonly format: string;
  readonly kind?: string;
  readonly meaning?: string;
  readonly when?: string;
  readonly birthOf?: string;
  readonly group?: string;
}

/**
 * Fills every field with something that its description allows, as a client can who knows nothing but the catalogue. Groups stay
 * empty: the applicant acts alone.
 */
export function fill(fields: readonly Field[], iin: string): Record<string, string> {
  const asked = fields.filter(({ group }) => group === undefined);
  const values = Object.fromEntries(asked.map((field) => [field.name, valueFor(field, iin)]));
  for (const { name, birthOf } of asked) {
    const facts = birthOf === undefined ? undefined : readIin(values[birthOf] ?? '');
    if (typeof facts === 'object') values[name] = facts.birthDate ?? '';
  }
  return values;
}

/** A child's day of birth. */
const born = '2021-05-06';

function valueFor({ kind, meaning, when, format, length: { min, max } }: Field, iin: string): string {
  if (meaning === 'applicant-iin') return iin;
  if (when === 'not-future') return born;
  if (kind === 'iin') return nextChild();
  if (kind !== undefined && kind in kinds) return kinds[kind as keyof typeof kinds];
  if (format === 'numeric') return '1'.repeat(min);
  return 'Демо '
    .repeat(Math.ceil(min / 5) + 1)
    .slice(0, Math.max(min, Math.min(max, 20)))
    .trimEnd()
    .padEnd(min, 'о');
}

/** Another child each time, in each process: a child stands in one queue only. */
let children = process.pid;
function nextChild(): string {
  children += 1;
  const birth = new Date(Date.UTC(2021, 0, 1 + (children % 1500)));
  return demoIin(birth.toISOString().slice(0, 10), 'male', children % 7);
}

const kinds = {
  day: '2026-09-01',
  money: '12500',
  'yes-no': 'yes',
  choice: '1',
  email: 'demo@example.kz',
  phone: '87252000000',
} as const;
