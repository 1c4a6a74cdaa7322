import { expect, it } from '@jest/globals';
import { input, measureTerm } from '../../../../functions/clocks/measure-term/measure-term.ts';
import { findService } from '../../../../lib/domain/regulation/cards.ts';
import { numbered } from '../../../lib/domain/request/example.ts';
import { memoryRequests } from '../../../lib/domain/request/memory-requests.ts';
import { rowTask } from '../../asked.ts';
import { absent } from '../../cast.ts';

// Monday noon in Shymkent; the office is open from 9 to 18:30 with a pause from 13:00 to 14:30.
const now = new Date('2026-11-23T07:00:00Z');
const measure = (value: number, unit: string, request = numbered()) =>
  measureTerm(input.parse(rowTask('05-mio-accept', { by: 'mio', term: { value, unit } })), {
    ...{ requests: memoryRequests(request), findService, now },
  });

it('a term of minutes runs while the office is open, and its first alarm is when a quarter is left', async () => {
  expect(await measure(40, 'minute')).toEqual({ dueAt: '2026-11-23T07:40:00.000Z', alarmSeconds: 30 * 60 });
});

it('a term of working days ends on a working day', async () => {
  const { dueAt, alarmSeconds } = await measure(5, 'business_day');
  expect(dueAt.slice(0, 10)).toBe('2026-11-30');
  expect(now.getTime() + alarmSeconds * 1000).toBeLessThan(Date.parse(dueAt));
});

it('without its request or service no term can be measured: that is a defect', async () => {
  await expect(measure(1, 'minute', { ...numbered(), id: absent })).rejects.toThrow('has no service');
  await expect(measure(1, 'minute', { ...numbered(), service: 'moon' })).rejects.toThrow('has no service');
});
