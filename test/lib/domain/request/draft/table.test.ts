import { describe, expect, it } from '@jest/globals';
import { findService, PRESENT, serviceIds } from '../../../../../lib/domain/regulation/cards.ts';
import type { FormValues } from '../../../../../lib/domain/regulation/form-values.ts';
import { checkForm } from '../../../../../lib/domain/request/draft/form.ts';

/** Appendix 4 of Mangystau's regulation: № / квартал / год / сумма выплаты. */
const { fields } = findService('mangystau-disabled-child-support', PRESENT)!.output;
const base = { amount: '36000', from: '2026-02-10', until: '2027-03-31' };
const row = (quarter: string, year: string, amount = '12000') => ({ quarter, year, amount });
const rowsFrom = (count: number) =>
  Array.from({ length: count }, (_, i) => row(`${(i % 4) + 1}`, `${2026 + Math.floor(i / 4)}`));

const check = (payments: FormValues[string], more: FormValues = {}, complete = true) =>
  checkForm(
    fields,
    { ...base, ...more, payments },
    { at: '/fields', applicantIin: '900315300010', today: '2026-11-29', complete },
  ).map(({ field, rule }) => `${field} ${rule}`);

describe('the table of payments', () => {
  it('is the form’s table in each regulation of the same notice', () => {
    const tables = serviceIds.flatMap((id) => {
      const table = findService(id, PRESENT)!.output.fields.find(({ kind }) => kind === 'table');
      return table ? [[id, table.columns?.map(({ label }) => label.ru)]] : [];
    });
    const columns = ['Квартал', 'Год', 'Сумма выплаты'];
    expect(tables).toEqual(
      ['akmola', 'mangystau', 'south-kazakhstan', 'zhambyl'].map((region) => [
        `${region}-disabled-child-support`,
        columns,
      ]),
    );
  });

  it('takes each quarter that shares a day with the period', () => {
    expect(check([row('1', '2026'), row('2', '2026'), row('1', '2027')])).toEqual([]);
  });

  it.each([
    ['a cell that is no sum', [row('1', '2026'), row('2', '2026', '012')], '/fields/payments/1/amount money'],
    ['an empty cell', [row('1', '2026', '')], '/fields/payments/0/amount required'],
    ['a fifth quarter', [row('5', '2026')], '/fields/payments/0/quarter choice'],
    ['a year of three digits', [row('1', '202')], '/fields/payments/0/year length'],
    [
      'a column that the form does not have',
      [{ ...row('1', '2026'), note: 'x' }],
      '/fields/payments/0/note unknown-field',
    ],
    [
      'a quarter of a year that stands twice',
      [row('1', '2026'), row('2', '2026'), row('1', '2026')],
      '/fields/payments/2/year repeated',
    ],
    ['a quarter before the period', [row('4', '2025')], '/fields/payments/0/quarter within-period'],
    ['a quarter after the period', [row('2', '2027')], '/fields/payments/0/quarter within-period'],
    ['text in place of rows', 'I квартал 2026 года, 12000', '/fields/payments table'],
    ['no row', [], '/fields/payments rows'],
    ['nothing', '', '/fields/payments rows'],
  ])('refuses %s', (_, payments, expected) => {
    expect(check(payments)).toEqual([expected]);
  });

  it('has from 1 to 40 rows', () => {
    const years = { from: '2026-01-01', until: '2099-12-31' };
    expect(check(rowsFrom(40), years)).toEqual([]);
    expect(check(rowsFrom(41), years)).toEqual(['/fields/payments rows']);
    expect(check(rowsFrom(41), years, false)).toEqual(['/fields/payments rows']);
  });

  it('may have gaps in a draft', () => {
    expect(check([row('', '2026', '')], {}, false)).toEqual([]);
    expect(check([], {}, false)).toEqual([]);
  });

  it('stands in no field of text', () => {
    expect(check([row('1', '2026')], { amount: [{ a: '1' }] })).toEqual(['/fields/amount text']);
  });
});
