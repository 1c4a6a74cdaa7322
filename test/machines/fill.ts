import type { FormField } from '../../lib/domain/request/draft/form.ts';
import { readIin } from '../../lib/domain/identity/iin.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';

/** Values that satisfy a form, the shortest that each field takes; the applicant acts alone. */
export function fill(fields: readonly FormField[], applicantIin: string): Record<string, string> {
  const asked = fields.filter(({ group }) => group === undefined);
  const values = Object.fromEntries(asked.map((field) => [field.name, valueOf(field, applicantIin)]));
  for (const { name, birthOf } of asked) {
    const facts = birthOf === undefined ? undefined : readIin(values[birthOf] ?? '');
    if (typeof facts === 'object') values[name] = facts.birthDate ?? '';
  }
  return values;
}

function valueOf({ meaning, kind, when, format, length: { min } }: FormField, applicantIin: string): string {
  if (meaning === 'applicant-iin') return applicantIin;
  if (when === 'not-future') return born;
  if (kind) return byKind[kind];
  return (format === 'numeric' ? '1' : 'а').repeat(min);
}

/** A child's day of birth. */
const born = '2021-05-06';

const byKind = {
  iin: demoIin(born, 'male', 1),
  day: '2026-09-01',
  money: '12500',
  'yes-no': 'no',
  choice: '1',
  email: 'a@b.kz',
  phone: '87252000000',
} as const satisfies Record<NonNullable<FormField['kind']>, string>;
