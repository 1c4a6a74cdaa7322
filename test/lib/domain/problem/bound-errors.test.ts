import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { boundErrors, ERROR_CHARACTERS, ERRORS } from '../../../../lib/domain/problem/bound-errors.ts';

const text = fc.string({ unit: 'binary', maxLength: 2000 });
const error = fc.record({ field: text, rule: text, expected: text, given: text });

it('names no more than twenty errors of 300 characters each, and says how many more there are', () => {
  fc.assert(
    fc.property(fc.array(error, { maxLength: 60 }), (errors) => {
      const bound = boundErrors(errors, 'kk');
      expect(bound.errors).toHaveLength(Math.min(errors.length, ERRORS));
      expect(bound.moreErrors ?? 0).toBe(errors.length - bound.errors.length);
      for (const { text: _, ...each } of bound.errors)
        expect(JSON.stringify(each).length).toBeLessThanOrEqual(ERROR_CHARACTERS);
    }),
  );
});

it('leaves an error of a usual size as it is', () => {
  const usual = [{ field: '/iin', rule: 'iin-check-digit', expected: 'a 12th digit', given: '880414400018' }];
  const said = 'Такого ИИН нет: проверьте все 12 цифр.';
  expect(boundErrors(usual, 'ru')).toEqual({ errors: usual.map((each) => ({ ...each, text: said })) });
});

it('takes a time that does not grow with the input', () => {
  const long = 'я'.repeat(900_000);
  expect(boundErrors([{ field: '/a', rule: 'r', expected: 'e', given: long }], 'kk').errors).toEqual([
    { field: '/a', rule: 'r', expected: 'e', given: `${'я'.repeat(63)}…`, text: 'Осы өрісті тексеріңіз.' },
  ]);
});
