import { expect, it } from '@jest/globals';
import { checkForms } from '../../../../lib/domain/regulation/check-form.ts';
import type { RegulationText } from '../../../../lib/domain/regulation/schema.ts';

const field = {
  label: { ru: 'а', kk: 'а' },
  required: true,
  length: { min: 1, max: 9 },
  format: 'text',
  source: 'п. 1',
} as const;
const line = { ...field, from: 'officer' } as const;
const titled = { title: { ru: 'а', kk: 'а' }, source: 'п. 1' };
const found = (form: RegulationText['form']['fields'], output: Partial<RegulationText['output']> = {}) =>
  checkForms({
    form: { ...titled, fields: form },
    output: { ...titled, kind: 'certificate', fields: [], ...output },
  } as unknown as RegulationText).map(({ path, reason }) => `${path.join('.')}: ${reason}`);

it('periods and days of birth refer to fields of the same form', () => {
  const right = [
    { ...field, name: 'from', kind: 'day' as const },
    { ...field, name: 'until', kind: 'day' as const, notBefore: 'from' },
    { ...field, name: 'who', meaning: 'applicant-iin' as const },
    { ...field, name: 'born', kind: 'day' as const, birthOf: 'who' },
  ];
  expect(found(right)).toEqual([]);
  const [, until, , born] = right;
  expect(found([until!, born!])).toEqual([
    'form.fields.0.notBefore: the form has no day from',
    'form.fields.1.birthOf: the form has no IIN who',
  ]);
});

it('sentences name required fields, the same in both languages', () => {
  const fields = [
    { ...line, name: 'sum' },
    { ...line, name: 'note', required: false },
  ];
  expect(found([], { fields, text: { ru: '{sum}', kk: '{sum}' } })).toEqual([]);
  const fromForm = [{ ...line, name: 'child', from: 'form' as const }];
  const text = { ru: '{child}', kk: '{child}' };
  expect(found([{ ...field, name: 'child' }], { fields: fromForm, text })).toEqual([]);
  for (const form of [[], [{ ...field, name: 'child', required: false }]])
    expect(found(form, { fields: fromForm, text })).toEqual(['output.text: the document has no required field child']);
  expect(found([], { fields, text: { ru: '{note} {moon}', kk: '{sum}' } })).toEqual([
    'output.text: Russian has the places moon, note, and Kazakh sum',
    'output.text: the document has no required field note',
    'output.text: the document has no required field moon',
  ]);
});

it('a sum has no more digits than there are words for', () => {
  const sum = { ...line, name: 'sum', kind: 'money' as const };
  expect(found([], { fields: [{ ...sum, length: { min: 1, max: 12 } }] })).toEqual([]);
  expect(found([], { fields: [{ ...sum, length: { min: 1, max: 13 } }] })).toEqual([
    'output.fields.0.length: a sum has 12 digits at most',
  ]);
});

it('a table has columns, and its rules name these and days of the form', () => {
  const column = { ...field, source: undefined };
  const days = ['from', 'until'].map((name) => ({ ...line, name, kind: 'day' as const }));
  const columns = ['quarter', 'year'].map((name) => ({ ...column, name }));
  const rules = {
    unique: ['year', 'quarter'],
    quarters: { quarter: 'quarter', year: 'year', from: 'from', until: 'until' },
  };
  const table = { ...line, name: 'rows', kind: 'table' as const, columns, ...rules };
  const foundIn = (...fields: object[]) => found([], { fields } as unknown as Partial<RegulationText['output']>);
  expect(foundIn(...days, { ...table, length: { min: 1, max: 100 } })).toEqual([]);
  expect(foundIn(...days, { ...table, length: { min: 1, max: 101 } })).toEqual([
    'output.fields.2.length: a table has 100 rows at most',
  ]);
  expect(foundIn({ ...table, columns: [columns[0]!, columns[0]!] })).toEqual([
    'output.fields.0.columns: a column stands twice',
    'output.fields.0.columns: the table has no column year',
    'output.fields.0.columns: the table has no column year',
    'output.fields.0.quarters: the form has no day from',
    'output.fields.0.quarters: the form has no day until',
  ]);
  expect(foundIn({ ...line, name: 'rows', kind: 'table' })).toEqual([
    'output.fields.0.columns: a table has columns, and nothing else has',
  ]);
  expect(foundIn(...days, { ...line, name: 'note', columns, ...rules })).toEqual([
    'output.fields.2.columns: a table has columns, and nothing else has',
    'output.fields.2.unique: only a table has rows',
    'output.fields.2.quarters: only a table has rows',
  ]);
  expect(
    foundIn(...days, { ...table, columns: [{ ...column, name: 'quarter', kind: 'choice' }, columns[1]!] }),
  ).toEqual(['output.fields.2.columns.0.choices: there is nothing to choose']);
});

it('a table is no part of a sentence', () => {
  const fields = [{ ...line, name: 'rows', kind: 'table' as const, columns: [{ ...field, name: 'sum' }] }];
  expect(found([], { fields, text: { ru: '{rows}', kk: '{rows}' } })).toEqual([
    'output.text: the document has no required field rows',
  ]);
});
