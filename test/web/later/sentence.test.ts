import { describe, expect, it } from '@jest/globals';
import { fill } from '../../../web/texts/text.ts';
import type { FieldSpec } from '../../../web/form/field-spec.ts';
import { lineOf, placesOf, sentenceOf } from '../../../web/later/sentence.ts';
import { checkForm } from '../../../lib/domain/request/draft/form.ts';

const label = { kk: 'ӘЖК', ru: 'СИК' };
const sik: FieldSpec = { name: 'sik', label, required: true, length: { min: 16, max: 16 }, format: 'text' };
const ru = (fault: { field: string; rule: string; given?: string }, spec?: FieldSpec) => {
  const [text, facts] = sentenceOf(fault, spec);
  return fill(text, 'ru', facts);
};

/** As the server and the page find it: both use one check. */
const faultOf = (spec: FieldSpec, value: string) => {
  const circumstances = { at: '/form', applicantIin: '900315390115', today: '2026-11-29', complete: true };
  const [fault] = checkForm([spec], { [spec.name]: value }, circumstances);
  return fault!;
};

describe('the sentence of a fault', () => {
  it('says how many were wanted and how many were typed', () => {
    expect(ru(faultOf(sik, '0'.repeat(15)), sik)).toBe('Нужно 16 знаков, Вы ввели 15');
    const address = { ...sik, length: { min: 3, max: 200 } };
    expect(ru(faultOf(address, 'a'), address)).toBe('Нужно от 3 до 200 знаков, Вы ввели 1');
  });

  it('asks for digits where only digits are allowed', () => {
    const index = { ...sik, length: { min: 6, max: 6 }, format: 'numeric' } as const;
    expect(ru(faultOf(index, '16000a'), index)).toBe('Введите только цифры');
  });

  it('asks for the whole day, whatever is wrong with it', () => {
    const born = { ...sik, length: { min: 10, max: 10 }, kind: 'day' } as const;
    for (const value of ['2023-02-30', '-03-15', '2023--'])
      expect(ru(faultOf(born, value), born)).toBe('Нужны день, месяц и год, например 15 03 2023');
    expect(ru(faultOf(born, ''), born)).toBe('Заполните это поле');
  });

  it('knows every rule of the check', () => {
    const asked: [Partial<FieldSpec>, string][] = [
      [{ kind: 'iin', length: { min: 12, max: 12 }, format: 'numeric' }, '900315390116'],
      [{ meaning: 'applicant-iin', length: { min: 12, max: 12 }, format: 'numeric' }, '011102690211'],
      [{ kind: 'email', length: { min: 3, max: 60 } }, 'azamat'],
      [{ kind: 'phone', length: { min: 5, max: 15 }, format: 'numeric' }, '12345'],
      [{ kind: 'yes-no', length: { min: 2, max: 3 } }, 'ja'],
      [{ kind: 'choice', length: { min: 1, max: 2 }, choices: [label] }, '7'],
    ];
    for (const [more, value] of asked) {
      const spec = { ...sik, ...more };
      expect([value, ru(faultOf(spec, value), spec)]).not.toEqual([value, 'Проверьте это поле']);
    }
  });

  it('names the field even for an unknown rule', () => {
    expect(ru({ field: '/form/sik', rule: 'new-rule' }, sik)).toBe('Проверьте это поле');
  });
});

describe('a fault in the list above a form', () => {
  const column = { ...sik, name: 'amount', label: { kk: 'Сома', ru: 'Сумма' }, kind: 'money' as const };
  const table: FieldSpec = { ...sik, name: 'payments', kind: 'table', length: { min: 1, max: 40 }, columns: [column] };
  const linesOf = (...faults: { field: string; rule: string }[]) =>
    placesOf(
      faults.map((fault) => ({ ...fault, expected: '' })),
      [sik, table],
    ).map((place) => [place.id, lineOf(place, (text, facts) => fill(text, 'ru', facts))]);

  it('names the field, or the row and column of a cell, and the control', () => {
    expect(
      linesOf(
        { field: '/form/sik', rule: 'required' },
        { field: '/fields/payments/2/amount', rule: 'money' },
        { field: '/fields/payments', rule: 'rows' },
        { field: '/office', rule: 'required' },
      ),
    ).toEqual([
      ['sik', 'СИК: заполните это поле'],
      ['payments-2-amount', 'Строка 3, сумма: нужна сумма в тенге, только цифры, например 12500'],
      ['payments', 'СИК: нужно строк: от 1 до 40'],
      ['office', 'Заполните это поле'],
    ]);
  });
});
