import { expect, it } from '@jest/globals';
import { FilledForm } from '../../../../lib/adapters/http/form.ts';
import { ROW_LIMIT } from '../../../../lib/domain/regulation/form-values.ts';

const takes = (value: unknown) => FilledForm.safeParse({ payments: value }).success;
const rows = (count: number) => Array.from({ length: count }, () => ({ amount: '12000', note: '' }));

it('takes text and rows of text, as many as the longest table has', () => {
  expect([takes('12000'), takes(''), takes([]), takes(rows(ROW_LIMIT))]).toEqual([true, true, true, true]);
  expect([takes(rows(ROW_LIMIT + 1)), takes(12_000), takes([['12000']]), takes([{ amount: 12_000 }])]).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it('takes in a cell only what can be printed', () => {
  expect([takes([{ note: '北京' }]), takes([{ note: 'а'.repeat(2001) }])]).toEqual([false, false]);
});
