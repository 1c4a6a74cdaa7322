import { describe, expect, it } from '@jest/globals';
import { joinDay, splitDay } from '../../../web/form/day.ts';
import { normalise } from '../../../web/form/normalise.ts';

describe('the input', () => {
  it.each([
    [{ format: 'numeric', kind: 'iin' } as const, ' 900315 390115 ', '900315390115'],
    [{ format: 'numeric' } as const, '1 2\u00a03-4', '1234'],
    [{ format: 'numeric', kind: 'phone' } as const, '+7 (725) 200-00-00', '77252000000'],
    [{ format: 'text', kind: 'phone' } as const, '+7 725 200 00 00', '+77252000000'],
    [{ format: 'text' } as const, '  ул. Абая, 5-12 ', 'ул. Абая, 5-12'],
  ])('%o: «%s» is sent as «%s»', (spec, typed, sent) => {
    expect(normalise(spec, typed)).toBe(sent);
  });
});

describe('a day in three fields', () => {
  it('is an ISO day', () => {
    expect(joinDay(['5', '3', '2023'])).toBe('2023-03-05');
    expect(splitDay('2023-03-05')).toEqual(['05', '03', '2023']);
  });

  it('is empty if all three are', () => {
    expect(joinDay(['', '', ''])).toBe('');
    expect(splitDay('')).toEqual(['', '', '']);
  });

  it('keeps an incomplete day', () => {
    expect(splitDay(joinDay(['', '3', '2023']))).toEqual(['', '03', '2023']);
  });
});
