import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { bornBy, checkDigit, checkIin, namesBirth, readIin } from '../../../../lib/domain/identity/iin.ts';
import { Iin } from '../../../../lib/domain/identity/iin-schema.ts';

const pad = (value: number, size: number) => String(value).padStart(size, '0');

/** Numbers that may be issued: any day of 1800–2099, either sex, any serial whose check digit exists. */
const issued = fc
  .record({
    year: fc.integer({ min: 1800, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    female: fc.boolean(),
    serial: fc.integer({ min: 0, max: 9999 }),
  })
  .filter(({ year, month, day }) => day <= new Date(Date.UTC(year, month, 0)).getUTCDate())
  .map(({ year, month, day, female, serial }) => {
    const seventh = (Math.floor(year / 100) - 18) * 2 + 1 + Number(female);
    const first = `${pad(year % 100, 2)}${pad(month, 2)}${pad(day, 2)}${seventh}${pad(serial, 4)}`;
    const birthDate = `${year}-${pad(month, 2)}-${pad(day, 2)}`;
    return { first, birthDate, sex: female ? 'female' : 'male', check: checkDigit(Array.from(first, Number)) };
  })
  .filter(({ check }) => check !== undefined)
  .map(({ first, check, birthDate, sex }) => ({ iin: `${first}${check}`, birthDate, sex }));

describe('an IIN', () => {
  it('gives the birth date and the sex', () => {
    fc.assert(fc.property(issued, ({ iin, ...facts }) => expect(readIin(iin)).toEqual(facts)));
  });

  it('is refused if one digit is changed, except in the place with weight 11', () => {
    fc.assert(
      fc.property(issued, fc.nat(11), fc.integer({ min: 1, max: 9 }), ({ iin }, place, by) => {
        const changed = Array.from(iin, (digit, i) => (i === place ? (Number(digit) + by) % 10 : digit)).join('');
        // 11 is 0 modulo 11: the 11th digit in the first round, the 9th in the second. A change that also changes the
        // round may give the same digit.
        const [second, secondNow] = [iin, changed].map((number) => firstRound(number) === 10);
        fc.pre(second === secondNow && place !== (second ? 8 : 10));
        expect(typeof readIin(changed)).toBe('string');
      }),
    );
  });

  it('gives the same result as the written-out sums', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9]{11}$/), (first) => {
        const sum = (weights: readonly number[]) =>
          weights.reduce((total, weight, i) => total + weight * Number(first[i]), 0) % 11;
        const one = sum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
        const two = sum([3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]);
        const expected = one < 10 ? one : two < 10 ? two : undefined;
        expect(checkDigit(Array.from(first, Number))).toBe(expected);
      }),
    );
  });

  it('with 0 in the 7th place is right by its check digit alone, and names no birth', () => {
    const first = '99319900001';
    const iin = `${first}${checkDigit(Array.from(first, Number))}`;
    expect([readIin(iin), checkIin(iin), namesBirth(iin), bornBy(iin, '2100-01-01')]).toEqual([
      {},
      undefined,
      false,
      false,
    ]);
  });

  it.each([
    ['88041440001', 'iin-digits'],
    ['8804144000199', 'iin-digits'],
    ['88041440001x', 'iin-digits'],
    ['٨٨٠٤١٤٤٠٠٠١٩', 'iin-digits'],
    ['880414000019', 'iin-check-digit'],
    ['880414800019', 'iin-century-and-sex'],
    ['880414700019', 'iin-century-and-sex'],
    ['880230400019', 'iin-birth-date'],
    ['881314400019', 'iin-birth-date'],
    ['010229500019', 'iin-birth-date'],
    ['880414400018', 'iin-check-digit'],
  ])('%s breaks the rule %s', (iin, rule) => {
    expect(readIin(iin)).toBe(rule);
    expect(Iin.safeParse(iin).success).toBe(false);
  });

  it('of a leap day is accepted in a leap year', () => {
    const first = '00022950000';
    const check = checkDigit(Array.from(first, Number));
    expect(readIin(`${first}${check}`)).toEqual({ birthDate: '2000-02-29', sex: 'male' });
  });

  it('of tomorrow is not born by today', () => {
    expect(bornBy('880414400019', '1988-04-13')).toBe(false);
    expect(bornBy('880414400019', '1988-04-14')).toBe(true);
  });
});

const firstRound = (iin: string) =>
  Array.from(iin.slice(0, 11), Number).reduce((sum, digit, i) => sum + digit * (i + 1), 0) % 11;
