import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { formSchema } from '../../../../lib/domain/regulation/form-schema.ts';
import { checkForm } from '../../../../lib/domain/request/draft/form.ts';

const applicantIin = '880414400019';
const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom('а', 'ә', '1', 'A', ' ', '-', '\u0007', '\u0085', '@', '.'),
    minLength: 1,
    maxLength: 22,
  }),
  fc.stringMatching(/^[0-9]{1,16}$/),
  fc.stringMatching(/^ ?[a.@!-]{1,6}@[a-z0-9.\-%а]{1,12} ?$/),
  fc.constantFrom('yes', 'no', '1', '2', '3', '2026-11-21', '+77010000001', 'a@b.kz', applicantIin, 'x'.repeat(301)),
);

const fields = serviceIds.flatMap((id) => findService(id, PRESENT)?.fields ?? []);
/** Every kind of field, once. */
const kinds = [
  ...new Map(fields.map((field) => [JSON.stringify({ ...field, name: '', label: '' }), field] as const)).values(),
];
const schemaOf = (field: (typeof fields)[number]) =>
  z.fromJSONSchema(JSON.parse(JSON.stringify(formSchema('x', [field]))) as z.core.JSONSchema.JSONSchema);

describe('the schema of a form', () => {
  it.each(
    kinds.map((field) => ({ ...field, what: `${field.kind ?? field.format} ${field.length.min}–${field.length.max}` })),
  )(
    'accepts what the form accepts, and in addition only wrong IINs, impossible days and domains: $name ($what)',
    (field) => {
      const schema = schemaOf(field);
      fc.assert(
        fc.property(text, (value) => {
          const given = { [field.name]: value };
          const errors = checkForm([field], given, { at: '', applicantIin, today: '2026-11-29', complete: true });
          // What mail has for a domain in other letters is no matter of a pattern.
          const isForeign = field.kind === 'email' && /[\u0080-\uffff]/.test(value.slice(value.lastIndexOf('@')));
          const deeper = ['iin', 'day'].includes(field.kind ?? '') || field.meaning === 'applicant-iin' || isForeign;
          const accepted = schema.safeParse(given).success;
          if (errors.length === 0) expect([value, accepted]).toEqual([value, true]);
          else if (accepted) expect([value, deeper]).toEqual([value, true]);
        }),
        { numRuns: 500 },
      );
      expect(schema.safeParse({}).success).toBe(!field.required);
      expect(schema.safeParse({ [field.name]: field.kind === 'yes-no' ? 'yes' : 5, another: 'x' }).success).toBe(false);
    },
  );

  it('is JSON that names every label in both languages', () => {
    const schema = formSchema('Запрос', fields.slice(0, 1));
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
    expect(Object.values(schema.properties)[0]).toMatchObject({ 'x-title': fields[0]?.label });
  });

  it('asks a table for rows with its columns, no more and no fewer than the form takes', () => {
    const table = findService('mangystau-disabled-child-support', PRESENT)!.output.fields.find(
      ({ kind }) => kind === 'table',
    )!;
    const schema = schemaOf(table);
    const row = { quarter: '1', year: '2026', amount: '12000' };
    const takes = (payments: unknown) => schema.safeParse({ payments }).success;
    expect([takes([row]), takes(Array.from({ length: 40 }, () => row))]).toEqual([true, true]);
    expect([
      takes([]),
      takes(Array.from({ length: 41 }, () => row)),
      takes('I квартал'),
      takes([{ ...row, quarter: '5' }]),
    ]).toEqual([false, false, false, false]);
    expect([takes([{ ...row, amount: undefined }]), takes([{ ...row, note: 'x' }])]).toEqual([false, false]);
  });
});
