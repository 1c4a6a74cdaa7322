import { describe, expect, it } from '@jest/globals';
import { readHours } from '../../../../lib/domain/calendar/read-hours.ts';

describe('hours as directories write them', () => {
  it.each([
    ['Ежедневно с 9.00 до 18.00 часов, выходной-суббота и воскресенье', { open: 540, close: 1080 }],
    ['Ежедневно с 9.00 до 18.00 часов, выходные - суббота и воскресенье', { open: 540, close: 1080 }],
    ['Ежедневно с 9.00 до 20.00 часов, выходной-воскресенье', { open: 540, close: 1200, saturday: true }],
    ['с 9:00 до 18:30, перерыв с 13:00 до 14:30', { open: 540, close: 1110, pause: { from: 780, to: 870 } }],
    ['с 0.00 до 24.00 часов', { open: 0, close: 1440 }],
  ])('%s', (text, hours) => expect(readHours(text)).toEqual(hours));

  it.each([
    'круглосуточно',
    'с 18.00 до 9.00',
    'с 9.00 до 25.00',
    'с 9.00 до 18.00, перерыв с 8.00 до 9.30',
    'с 9.00 до 18.00, перерыв с 14.00 до 13.00',
    'с 9.00 до 12.00, с 13.00 до 15.00, с 16.00 до 18.00',
  ])('refuses "%s"', (text) => expect(readHours(text)).toBeUndefined());
});
