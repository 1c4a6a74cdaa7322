import type { z } from 'zod';
import type { FormField } from './schema.ts';

type Field = Pick<
  z.output<typeof FormField>,
  'name' | 'label' | 'required' | 'length' | 'format' | 'meaning' | 'kind' | 'choices' | 'columns'
>;

/** A property of a form's JSON Schema. `title` is the Russian label; `x-title` has both. */
interface Named {
  readonly title: string;
  readonly 'x-title': { readonly ru: string; readonly kk: string };
}

/** A table: an array of rows. */
interface TableProperty extends Named {
  readonly type: 'array';
  readonly minItems: number;
  readonly maxItems: number;
  readonly items: RowSchema;
}

interface RowSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Property | TableProperty>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

interface Property extends Named {
  readonly type: 'string';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly { readonly const: string; readonly title: string; readonly 'x-title': object }[];
}

/**
 * JSON Schema (2020-12) of a regulation's form, for programs that show the form. The server checks more: the check digit
 * of an IIN, that it is the applicant's, and that a day exists, that no row of a table stands twice (`lib/domain/request/draft/form.ts`). So every valid form
 * satisfies this schema, but not the other way round. Leave out empty fields.
 */
export const formSchema = (title: string, fields: readonly Field[]) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema' as const,
  title,
  ...rowSchema(fields),
});

const rowSchema = (fields: readonly Field[]): RowSchema => ({
  type: 'object',
  properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])),
  required: fields.filter(({ required }) => required).map(({ name }) => name),
  additionalProperties: false,
});

function propertyOf({ label, length, format, kind, choices = [], columns = [] }: Field): Property | TableProperty {
  const titles = { title: label.ru, 'x-title': { ru: label.ru, kk: label.kk } };
  if (kind === 'table')
    return { type: 'array', ...titles, minItems: length.min, maxItems: length.max, items: rowSchema(columns) };
  const named = { type: 'string', ...titles } as const;
  if (kind === 'choice')
    return {
      ...named,
      oneOf: choices.map(({ ru, kk }, index) => ({ const: `${index + 1}`, title: ru, 'x-title': { ru, kk } })),
    };
  if (kind === 'yes-no') return { ...named, enum: ['yes', 'no'] };
  return {
    ...named,
    minLength: length.min,
    maxLength: length.max,
    pattern: patternOf(format, kind),
    ...(kind === 'day' && { format: 'date' }),
    // Letters of any alphabet, as in the form's own check.
    ...(kind === 'email' && { format: 'idn-email' }),
  };
}

const control = '\\u0000-\\u001f\\u007f-\\u009f';
/**
 * An address as people type it (lib/domain/identity/email-address.ts): the part before the `@` is exact, and so is a plain domain. One in
 * other letters is taken here, and the form finds out what mail has for it.
 */
const atom = "[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]+";
const local = `(?=[^@]{1,64}@)${atom}(?:\\.${atom})*`;
const rest = '(?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const foreign = `(?=.*[\\u0080-\\uffff])[^\\s/?#:@%\\\\\\[\\]${control}]+`;
const blank = `[^\\S${control}]*`;
const address = `^${blank}${local}@(?:(?:[a-zA-Z0-9]${rest}\\.)+[a-zA-Z]${rest}|${foreign})${blank}$`;

function patternOf(format: Field['format'], kind: Field['kind']): string {
  if (kind === 'money' || kind === 'count') return '^[1-9][0-9]*$';
  if (kind === 'phone') return `^${format === 'numeric' ? '' : '\\+?'}[0-9]{6,15}$`;
  if (kind === 'email') return address;
  return format === 'numeric' ? '^[0-9]+$' : `^[^${control}]*$`;
}
