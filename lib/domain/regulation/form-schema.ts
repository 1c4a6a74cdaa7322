import type { z } from 'zod';
import type { FormField } from './schema.ts';

type Field = Pick<
  z.output<typeof FormField>,
  'name' | 'label' | 'required' | 'length' | 'format' | 'meaning' | 'kind' | 'choices'
>;

/** A property of a form's JSON Schema. `title` is the Russian label; `x-title` has both. */
interface Property {
  readonly type: 'string';
  readonly title: string;
  readonly 'x-title': { readonly ru: string; readonly kk: string };
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly oneOf?: readonly { readonly const: string; readonly title: string; readonly 'x-title': object }[];
}

/**
 * JSON Schema (2020-12) of a regulation's form, for programs that show the form. The server checks more: the check digit
 * of an IIN, that it is the applicant's, and that a day exists (`lib/domain/request/draft/form.ts`). So every valid form
 * satisfies this schema, but not the other way round. Leave out empty fields.
 */
export const formSchema = (title: string, fields: readonly Field[]) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema' as const,
  type: 'object' as const,
  title,
  properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(field)])),
  required: fields.filter(({ required }) => required).map(({ name }) => name),
  additionalProperties: false as const,
});

function propertyOf({ label, length, format, kind, choices = [] }: Field): Property {
  const named = { type: 'string', title: label.ru, 'x-title': { ru: label.ru, kk: label.kk } } as const;
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
const part = `[^\\s@${control}]+`;

function patternOf(format: Field['format'], kind: Field['kind']): string {
  if (kind === 'money') return '^[1-9][0-9]*$';
  if (kind === 'phone') return `^${format === 'numeric' ? '' : '\\+?'}[0-9]{6,15}$`;
  if (kind === 'email') return `^${part}@${part}\\.${part}$`;
  return format === 'numeric' ? '^[0-9]+$' : `^[^${control}]*$`;
}
