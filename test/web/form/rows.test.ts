import { expect, it } from '@jest/globals';
import { normalise } from '../../../web/form/normalise.ts';
import { isWrong, readRows, sentOf, typedOf } from '../../../web/form/rows.ts';

const rows = [
  { quarter: '1', year: '2026', amount: '12000' },
  { quarter: '2', year: '2026', amount: '' },
];
const specs = [{ name: 'payments', kind: 'table' }, { name: 'purpose' }] as const;

it('keeps rows as text while a form is open, and sends them as rows', () => {
  const form = { payments: rows, purpose: 'x' };
  expect(sentOf(specs, typedOf(form))).toEqual(form);
  expect(sentOf(specs, {})).toEqual({ payments: [], purpose: '' });
});

it('reads the input of each cell as that of a field', () => {
  const column = { label: { kk: '', ru: '' }, required: true, length: { min: 1, max: 12 } };
  const columns = [
    { ...column, name: 'amount', format: 'numeric' as const, kind: 'money' as const },
    { ...column, name: 'note', format: 'text' as const },
  ];
  const typed = JSON.stringify([{ amount: ' 12 000 ', note: ' по месту ' }]);
  expect(readRows(normalise({ format: 'text', kind: 'table', columns }, typed))).toEqual([
    { amount: '12000', note: 'по месту' },
  ]);
});

it('knows a wrong table by a wrong cell', () => {
  const faults = [{ field: '/form/payments/1/amount', rule: 'money', expected: '' }];
  expect([isWrong(faults, 'payments'), isWrong(faults, 'pay'), isWrong(faults, 'amount')]).toEqual([
    true,
    false,
    false,
  ]);
});
