import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoTime } from '../../../lib/eds/iso-time.ts';

describe('isoTime', () => {
  it('writes every instant as toISOString does', () => {
    fc.assert(fc.property(fc.date({ noInvalidDate: true }), (date) => isoTime(date) === date.toISOString()));
  });

  it.each([
    '0000-01-01T00:00:00.000Z',
    '0999-12-31T23:59:59.999Z',
    '1000-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999Z',
  ])('writes %s', (text) => expect(isoTime(new Date(text))).toBe(text));
});
