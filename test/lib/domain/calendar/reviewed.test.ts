import { expect, it } from '@jest/globals';
import { departmentIn } from '../../../../lib/domain/calendar/calendar.ts';
import { renderNotice } from '../../../../lib/domain/notice/render.ts';
import { kazakhstanData, workingDays } from '../../../../lib/domain/calendar/working-days.ts';
import { markDue, REVIEW_NOTICE_DAYS, reviewedDaysLeft } from '../../../../lib/domain/calendar/reviewed.ts';

const calendar = workingDays({ ...kazakhstanData, reviewed: { from: 2011, to: 2027 } });

it('counts the days to the last reviewed one by the clocks of Kazakhstan', () => {
  const left = ['2027-12-31T18:59:59Z', '2027-12-31T19:00:00Z', '2027-12-30T19:00:00Z'].map((time) =>
    reviewedDaysLeft(new Date(time), calendar),
  );
  expect(left).toEqual([0, -1, 0]);
});

it('operators are told from the first of July on', () => {
  expect(reviewedDaysLeft(new Date('2027-06-30T12:00:00Z'), calendar)).toBe(REVIEW_NOTICE_DAYS);
  expect(reviewedDaysLeft(new Date('2027-07-01T12:00:00Z'), calendar)).toBeLessThan(REVIEW_NOTICE_DAYS);
});

it('a due time is provisional from the first local day after the reviewed years on', () => {
  const office = { ...departmentIn('Asia/Almaty'), workingDays: calendar };
  const [last, next] = ['2027-12-31T18:59:59.000Z', '2027-12-31T19:00:00.000Z'] as const;
  expect(markDue(new Date(last), office)).toEqual({ dueAt: last });
  expect(markDue(new Date(next), office)).toEqual({ dueAt: next, calendarUntil: '2027' });
});

it.each(['request-received', 'deadline-moved', 'offer-accepted'])(
  '%s says in both languages that a time is provisional',
  (code) => {
    const facts = { number: 'SK-UC-2027-000001', dueAt: '2028-01-12T13:30:00.000Z' };
    const textOf = (language: 'kk' | 'ru', more = {}) =>
      renderNotice(code, { ...facts, ...more }, language, 'Asia/Almaty').text;
    expect(textOf('ru', { calendarUntil: '2027' })).toContain(
      'Срок предварительный: праздники и выходные после 2027 года',
    );
    expect(textOf('kk', { calendarUntil: '2027' })).toContain('Мерзім алдын ала көрсетілген: 2027 жылдан кейінгі');
    expect(textOf('ru') + textOf('kk')).not.toMatch(/предварительный|алдын ала|\[/);
  },
);
