import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Bin } from '../../../../lib/domain/identity/bin-schema.ts';
import { checkBin } from '../../../../lib/domain/identity/bin.ts';
import { demoBin } from '../../../../lib/local/demo/demo-number.ts';

describe('a BIN', () => {
  it.each([
    ['120140090815', undefined],
    ['12014009081', 'bin-digits'],
    ['1201400908155', 'bin-digits'],
    ['12014009081a', 'bin-digits'],
    ['', 'bin-digits'],
    ['120040090815', 'bin-month'],
    ['121340090815', 'bin-month'],
    ['120140090816', 'bin-check-digit'],
  ])('%s: %s', (bin, rule) => {
    expect(checkBin(bin)).toBe(rule);
    const parsed = Bin.safeParse(bin);
    expect(parsed.success).toBe(rule === undefined);
    const params = parsed.error?.issues.map((issue) => ('params' in issue ? issue.params?.['rule'] : issue.code));
    expect(params).toEqual(rule && [rule]);
  });

  it('has no other check digit', () => {
    fc.assert(
      fc.property(fc.nat(8999), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const bin = demoBin(place);
        const other = `${bin.slice(0, 11)}${(Number(bin[11]) + by) % 10}`;
        expect([checkBin(bin), checkBin(other)]).toEqual([undefined, 'bin-check-digit']);
      }),
    );
  });
});
