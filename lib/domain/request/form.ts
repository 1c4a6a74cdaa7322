import type { z } from 'zod';
import { readIin } from '../identity/iin.ts';
import type { FieldError } from '../problem/problem.ts';
import type { FormField as FormFieldSchema } from '../regulation/schema.ts';

/** A field of an application or of an output, as the regulation's format-logical control describes it. */
export type FormField = Pick<
  z.output<typeof FormFieldSchema>,
  'id' | 'required' | 'length' | 'format' | 'meaning' | 'choices'
>;

export interface Circumstances {
  /** Where the values stand in what was sent, e.g. `/form`. */
  readonly at: string;
  readonly applicantIin: string;
  /** Whether missing fields are asked for: a draft may have gaps, what is signed may not. */
  readonly complete: boolean;
}

/** Every defect of filled fields, by field and rule; empty means that they satisfy the regulation. */
export function checkForm(
  fields: readonly FormField[],
  values: Readonly<Record<string, string>>,
  circumstances: Circumstances,
): FieldError[] {
  const known = fields.map(({ id }) => id);
  const unknown = Object.keys(values)
    .filter((id) => !known.includes(id))
    .map((id) => ({
      field: `${circumstances.at}/${id}`,
      rule: 'unknown-field',
      expected: `one of ${known.join(', ')}`,
    }));
  return [...unknown, ...fields.flatMap((field) => checkField(field, values[field.id] ?? '', circumstances))];
}

function checkField(field: FormField, value: string, { at, applicantIin, complete }: Circumstances): FieldError[] {
  const broken = (rule: string, expected = describe(field)): FieldError[] => [
    { field: `${at}/${field.id}`, rule, expected, ...(value !== '' && { given: value.slice(0, 64) }) },
  ];
  if (value === '') return field.required && complete ? broken('required') : [];
  if (field.format === 'numeric' && !/^[0-9]+$/.test(value)) return broken('format');
  if (value.length < field.length.min || value.length > field.length.max) return broken('length');
  if (/\p{Cc}/u.test(value)) return broken('format', 'no control characters');
  return field.meaning ? meanings[field.meaning](value, broken, { applicantIin, choices: field.choices ?? [] }) : [];
}

type Broken = (rule: string, expected?: string) => FieldError[];
interface Known {
  readonly applicantIin: string;
  readonly choices: NonNullable<FormField['choices']>;
}

/** What the form alone cannot say: one rule a meaning. */
const meanings: Record<
  NonNullable<FormField['meaning']>,
  (value: string, broken: Broken, known: Known) => FieldError[]
> = {
  iin: checkIin,
  'applicant-iin': (value, broken, { applicantIin }) =>
    value === applicantIin ? checkIin(value, broken) : broken('applicant-iin', 'the IIN of the signed-in applicant'),
  date: (value, broken) => (isDate(value) ? [] : broken('date', 'a date as 2026-11-21')),
  'yes-no': (value, broken) => (value === 'yes' || value === 'no' ? [] : broken('choice', 'yes or no')),
  choice: (value, broken, { choices }) =>
    choices.some(({ ru }) => ru === value)
      ? []
      : broken('choice', `one of ${choices.map(({ ru }) => `«${ru}»`).join(', ')}`),
  email: (value, broken) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? [] : broken('email', 'an e-mail address')),
};

function checkIin(value: string, broken: Broken): FieldError[] {
  const read = readIin(value);
  return typeof read === 'string' ? broken(read, 'a valid IIN') : [];
}

function isDate(text: string) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function describe({ format, length: { min, max } }: FormField) {
  const amount = min === max ? `${max}` : `${min} to ${max}`;
  return `${amount} ${format === 'numeric' ? 'digits' : 'characters'}`;
}
