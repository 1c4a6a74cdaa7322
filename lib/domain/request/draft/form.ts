import { asMailed, isAddress } from '../../identity/email-address.ts';
import type { z } from 'zod';
import { readIin } from '../../identity/iin.ts';
import { yearsBetween } from '../../language/dates.ts';
import type { FieldError } from '../../problem/problem.ts';
import type { FormField as FormFieldSchema } from '../../regulation/schema.ts';
import type { Offer } from '../offer.ts';
import { textIn, type FormValue, type FormValues } from '../../regulation/form-values.ts';
import { compareRows, countRows, type Table } from './table.ts';

/** A field of an application or of an output, as the regulation's format-logical control describes it. */
export type FormField = Pick<
  z.output<typeof FormFieldSchema>,
  | 'name'
  | 'required'
  | 'length'
  | 'format'
  | 'meaning'
  | 'kind'
  | 'choices'
  | 'columns'
  | 'unique'
  | 'quarters'
  | 'when'
  | 'notBefore'
  | 'birthOf'
  | 'youngerThan'
  | 'ofAnother'
  | 'group'
  | 'channels'
>;

export interface Circumstances {
  /** Where the values are in the input, e.g. `/form`. */
  readonly at: string;
  readonly applicantIin: string;
  /** ISO day in the zone of the service's offices. */
  readonly today: string;
  /** The offer that the applicant accepted in writing; the document must name the same. */
  readonly accepted?: Pick<Offer, 'organisation' | 'keptFrom'> | undefined;
  /** Whether a missing field is a defect: a draft may have gaps, a signed application may not. */
  readonly complete: boolean;
}

/** Every defect of the fields, by field and rule; empty if they satisfy the regulation. */
export function checkForm(
  fields: readonly FormField[],
  values: FormValues,
  circumstances: Circumstances,
): FieldError[] {
  const unknown = unknownIn(values, fields, circumstances.at);
  const begun = new Set(fields.flatMap(({ name, group }) => (values[name] && group !== undefined ? [group] : [])));
  const missing = ({ name, group }: FormField) => !values[name] && group !== undefined && begun.has(group);
  const halved = fields
    .filter((field) => circumstances.complete && missing(field))
    .map(({ name }) => ({
      field: `${circumstances.at}/${name}`,
      rule: 'together',
      expected: 'all fields of the group, or none',
    }));
  return [...unknown, ...halved, ...fields.flatMap((field) => checkField(field, values, circumstances))];
}

/** Names that the form or the table does not have. */
function unknownIn(values: FormValues, fields: readonly { readonly name: string }[], at: string): FieldError[] {
  const known = fields.map(({ name }) => name);
  const expected = `one of ${known.join(', ')}`;
  return Object.keys(values)
    .filter((name) => !known.includes(name))
    .map((name) => ({ field: `${at}/${name}`, rule: 'unknown-field', expected }));
}

function checkField(field: FormField, values: FormValues, circumstances: Circumstances): FieldError[] {
  const value = values[field.name] ?? '';
  if (field.kind === 'table')
    return checkTable({ ...field, columns: field.columns ?? [] }, value, values, circumstances);
  if (typeof value !== 'string')
    return [{ field: `${circumstances.at}/${field.name}`, rule: 'text', expected: describe(field) }];
  return checkText(field, value, values, circumstances);
}

/** How many rows there are, then each cell as a field of its own, then the rows among each other. */
function checkTable(table: Table, value: FormValue, values: FormValues, circumstances: Circumstances): FieldError[] {
  const at = `${circumstances.at}/${table.name}`;
  const rows = value === '' ? [] : value;
  if (typeof rows === 'string') return [{ field: at, rule: 'table', expected: 'an array of rows' }];
  const place = { at, values, complete: circumstances.complete };
  const counted = countRows(table, rows, place);
  if (counted.length > 0) return counted;
  const cells = rows.flatMap((row, index) => {
    const inRow = { ...circumstances, at: `${at}/${index}` };
    return [
      ...unknownIn(row, table.columns, inRow.at),
      ...table.columns.flatMap((column) => checkText(column, row[column.name] ?? '', row, inRow)),
    ];
  });
  return cells.length > 0 ? cells : compareRows(table, rows, place);
}

function checkText(field: FormField, value: string, values: FormValues, circumstances: Circumstances): FieldError[] {
  const { at, applicantIin, complete, accepted } = circumstances;
  const broken = (rule: string, expected = describe(field)): FieldError[] => [
    { field: `${at}/${field.name}`, rule, expected, ...(value !== '' && { given: value.slice(0, 64) }) },
  ];
  if (value === '') return field.required && complete ? broken('required') : [];
  if (field.format === 'numeric' && !/^[0-9]+$/.test(value)) return broken('format');
  if (value.length < field.length.min || value.length > field.length.max)
    return broken('length').map((error) => ({ ...error, bounds: field.length }));
  if (/\p{Cc}/u.test(value)) return broken('format', 'no control characters');
  if (field.meaning === 'applicant-iin' && value !== applicantIin)
    return broken('applicant-iin', 'the IIN of the signed-in applicant');
  const offered = field.meaning === 'offered-from' ? accepted?.keptFrom : accepted?.organisation;
  if (field.meaning?.startsWith('offered') && offered !== undefined && value !== offered)
    return broken('offered', offered);
  const kind = field.meaning === 'applicant-iin' ? 'iin' : field.kind;
  const wrong = kind && kind !== 'table' ? kinds[kind](value, broken, field.choices ?? []) : [];
  return wrong.length > 0 ? wrong : checkMeaning(field, values, circumstances, broken);
}

/** Checks the value against the day, the applicant and other fields. ISO days are compared as text. */
function checkMeaning(
  field: FormField,
  values: FormValues,
  circumstances: Circumstances,
  broken: Broken,
): FieldError[] {
  const { when, notBefore, birthOf, youngerThan, ofAnother } = field;
  const { today, applicantIin } = circumstances;
  const value = textIn(values, field.name);
  const earlier = notBefore && textIn(values, notBefore);
  const facts = birthOf === undefined ? undefined : readIin(textIn(values, birthOf));
  if (when === 'not-future' && value > today) return broken('not-future', `a day until ${today}`);
  if (when === 'not-past' && value < today) return broken('not-past', `a day from ${today}`);
  if (earlier && value < earlier) return broken('not-before', `a day from ${earlier}`);
  if (typeof facts === 'object' && facts.birthDate !== undefined && value !== facts.birthDate)
    return broken('birth-of', 'the day that the IIN names');
  if (youngerThan !== undefined && yearsBetween(value, today) >= youngerThan)
    return broken('younger-than', `less than ${youngerThan} years`).map((error) => ({
      ...error,
      bounds: { min: 0, max: youngerThan },
    }));
  if (ofAnother && value === applicantIin) return broken('of-another', 'not the IIN of the applicant');
  return [];
}

type Broken = (rule: string, expected?: string) => FieldError[];
type Kind = Exclude<NonNullable<FormField['kind']>, 'table'>;
type Choices = NonNullable<FormField['choices']>;

/** Rules beyond length and characters: one for each kind of text. */
const kinds: Record<Kind, (value: string, broken: Broken, choices: Choices) => FieldError[]> = {
  iin: checkIin,
  day: (value, broken) => (isDay(value) ? [] : broken('day', 'a day as 2026-11-21')),
  'yes-no': (value, broken) => (value === 'yes' || value === 'no' ? [] : broken('yes-no', 'yes or no')),
  choice: (value, broken, choices) =>
    /^[1-9]\d*$/.test(value) && Number(value) <= choices.length
      ? []
      : broken('choice', choices.map(({ ru }, index) => `${index + 1} («${ru}»)`).join(', ')),
  email: (value, broken) => (isAddress(asMailed(value)) ? [] : broken('email', 'an e-mail address')),
  money: (value, broken) => (/^[1-9][0-9]*$/.test(value) ? [] : broken('money', 'whole tenge, as 12500')),
  count: (value, broken) => (/^[1-9][0-9]*$/.test(value) ? [] : broken('count', 'a whole number from 1, as 4')),
  phone: (value, broken) => (/^\+?[0-9]{6,15}$/.test(value) ? [] : broken('phone', '6 to 15 digits')),
};

function checkIin(value: string, broken: Broken): FieldError[] {
  const read = readIin(value);
  return typeof read === 'string' ? broken(read, 'a valid IIN') : [];
}

function isDay(text: string) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function describe({ format, length: { min, max } }: FormField) {
  const amount = min === max ? `${max}` : `${min} to ${max}`;
  return `${amount} ${format === 'numeric' ? 'digits' : 'characters'}`;
}
