import type { FieldSpec } from './field-spec.ts';

/** What people type around numbers and nobody means: blanks, hyphens, brackets, the plus of "+7". */
const AROUND = /[\s\u00a0()-]/g;

/** What was typed as it is checked and sent. Nobody is refused for a blank. */
export function normalise({ format, kind }: Pick<FieldSpec, 'format' | 'kind'>, typed: string): string {
  const text = typed.normalize('NFC').trim();
  if (kind === 'phone') return text.replaceAll(AROUND, '').replace(format === 'numeric' ? /^\+/ : '', '');
  return kind === 'iin' || format === 'numeric' ? text.replaceAll(AROUND, '') : text;
}
