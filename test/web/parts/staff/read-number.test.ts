import { expect, it } from '@jest/globals';
import { readNumber } from '../../../../web/parts/staff/read-number.ts';

it.each([
  ['SK-UC-2026-000001'],
  ['sk-uc-2026-000001'],
  ['  SK - UC - 2026 - 000001 '],
  ['SK–UC—2026−000001'],
  ['SК-UС-2026-000001'],
  ['SK-UC-2026-OOOOO1'],
  ['SK-UC-2026-ООООО1'],
  ['SK-UC-2O26-000001'],
])('%s is the number on the paper', (typed) => {
  expect(readNumber(typed)).toBe('SK-UC-2026-000001');
});

it('input that is not a number stays unchanged, for the sentence that says so', () => {
  expect(readNumber('привет')).not.toBe('');
  expect(readNumber('')).toBe('');
});
