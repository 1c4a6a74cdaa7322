import { expect, it } from '@jest/globals';
import { kazakhstanData, workingDays } from '../../../../lib/domain/calendar/working-days.ts';
import { REVIEW_NOTICE_DAYS, reviewedDaysLeft } from '../../../../lib/domain/calendar/reviewed.ts';

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
