import type { FieldSpec } from './field-spec.ts';

/** Characters that people type around numbers but do not mean: blanks, hyphens, brackets, the plus of "+7". */
const AROUND = /[\s\u00a0()-]/g;

/** The input in the form in which it is checked and sent. Nobody is refused because of a blank. */
export function normalise({ format, kind }: Pick<FieldSpec, 'format' | 'kind'>, typed: string): string {
  const text = typed.normalize('NFC').trim();
  if (kind === 'phone') return text.replaceAll(AROUND, '').replace(format === 'numeric' ? /^\+/ : '', '');
  return kind === 'iin' || format === 'numeric' ? text.replaceAll(AROUND, '') : text;
}
