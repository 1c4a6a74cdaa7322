import { describe, expect, it } from '@jest/globals';
import { serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import {
  isOfferedOn,
  offered,
  offeredBy,
  refuseUnoffered,
  writePeriod,
} from '../../../../lib/domain/regulation/offered.ts';

describe('what is offered', () => {
  it('names only existing services', () => {
    for (const named of Object.keys(offered.services)) expect(serviceIds).toContain(named);
  });

  it('is everything in the demonstration', () => {
    for (const id of serviceIds) expect(isOfferedOn('2026-11-22', offeredBy('all')(id))).toBe(true);
  });

  it('is only what people named elsewhere', () => {
    const unnamed = serviceIds.filter((id) => !(id in offered.services));
    for (const id of unnamed) {
      expect(offeredBy('named')(id)).toBeUndefined();
      expect(isOfferedOn('2026-11-22', offeredBy('named')(id))).toBe(false);
    }
    const refusal = refuseUnoffered({ zone: 'Asia/Almaty' }, undefined, new Date('2026-11-22'));
    expect(refusal).toMatchObject({ refused: 'service/not-offered' });
  });

  it('includes its first and last day, and each named service has its own', () => {
    const why = 'a test';
    const period = { from: '2012-07-01', until: '2013-12-31' };
    const configured = { demo: { from: '2012-01-01', why }, services: { one: { ...period, why } } };
    expect(offeredBy('named', configured)('one')).toEqual(period);
    expect(offeredBy('all', configured)('one')).toEqual(period);
    expect(offeredBy('all', configured)('another')).toEqual({ from: '2012-01-01' });
    const days = ['2012-06-30', '2012-07-01', '2013-12-31', '2014-01-01'];
    expect(days.map((day) => isOfferedOn(day, period))).toEqual([false, true, true, false]);
    expect(writePeriod(period)).toBe('01.07.2012 – 31.12.2013');
    expect(writePeriod({ from: '2030-01-01' })).toBe('01.01.2030 –');
  });
});
