import type { FormField } from '../../lib/domain/request/draft/form.ts';
import { demoIin } from '../../lib/local/demo/demo-number.ts';

/** Values that satisfy a form, the shortest that each field takes. */
export const fill = (fields: readonly FormField[], applicantIin: string): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.name, valueOf(field, applicantIin)]));

function valueOf({ meaning, kind, format, length: { min } }: FormField, applicantIin: string): string {
  if (meaning === 'applicant-iin') return applicantIin;
  if (kind) return byKind[kind];
  return (format === 'numeric' ? '1' : 'а').repeat(min);
}

const byKind = {
  iin: demoIin('2021-05-06', 'male', 1),
  day: '2026-09-01',
  'yes-no': 'no',
  choice: '1',
  email: 'a@b.kz',
  phone: '87252000000',
} as const satisfies Record<NonNullable<FormField['kind']>, string>;
