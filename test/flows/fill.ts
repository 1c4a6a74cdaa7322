/** What the catalogue says of a field of a form or of an output. */
export interface Field {
  readonly name: string;
  readonly required: boolean;
  readonly length: { readonly min: number; readonly max: number };
  readonly format: string;
  readonly kind?: string;
  readonly meaning?: string;
}

/** Fills every field with something that its description allows, as a client can who knows nothing but the catalogue. */
export const fill = (fields: readonly Field[], iin: string): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [field.name, valueFor(field, iin)]));

function valueFor({ kind, format, length: { min, max } }: Field, iin: string): string {
  if (kind !== undefined && kind in kinds) return kinds[kind as keyof typeof kinds](iin);
  if (format === 'numeric') return '1'.repeat(min);
  return 'Демо '
    .repeat(Math.ceil(min / 5) + 1)
    .slice(0, Math.max(min, Math.min(max, 20)))
    .trimEnd()
    .padEnd(min, 'о');
}

const kinds = {
  iin: (iin: string) => iin,
  day: () => '2026-09-01',
  'yes-no': () => 'yes',
  choice: () => '1',
  email: () => 'demo@example.kz',
  phone: () => '87252000000',
} as const;
