import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figuresOf, SMALLEST, type Tally } from '../../../../lib/domain/questionnaire/figures.ts';

const tally = (month: string, people: number, quality = people, accessibility = 0): Tally => ({
  month,
  people,
  quality,
  accessibility,
});

describe('the figures of an office', () => {
  it('are the shares of the satisfied among all who answered', () => {
    expect(figuresOf([tally('2026-01', 6, 4, 6)], '2026-01', '2026-12')).toEqual({
      since: '2026-01',
      until: '2026-01',
      people: 6,
      quality: 66.7,
      accessibility: 100,
    });
  });

  it('are absent for four people and there for five', () => {
    expect(figuresOf([tally('2026-01', SMALLEST - 1)], '2026-01', '2026-12')).toBeUndefined();
    expect(figuresOf([tally('2026-01', SMALLEST)], '2026-01', '2026-12')).toMatchObject({ people: 5 });
    expect(figuresOf([], '2026-01', '2026-12')).toBeUndefined();
  });

  it('count a month of few with those that follow, and only whole groups within the period', () => {
    const year = [tally('2026-01', 5), tally('2026-02', 2), tally('2026-04', 3), tally('2026-05', 4)];
    expect(figuresOf(year, '2026-01', '2026-12')).toMatchObject({ since: '2026-01', until: '2026-04', people: 10 });
    expect(figuresOf(year, '2026-01', '2026-03')).toMatchObject({ until: '2026-01', people: 5 });
    expect(figuresOf(year, '2026-02', '2026-04')).toMatchObject({ since: '2026-02', people: 5 });
    expect(figuresOf(year, '2026-03', '2026-12')).toBeUndefined();
  });

  it('leave out what is left over at the end of a year, so that an answer reads no more than its years', () => {
    const years = [tally('2025-12', 4), tally('2026-01', 4), tally('2026-02', 1)];
    expect(figuresOf(years, '2025-01', '2026-12')).toMatchObject({ since: '2026-01', people: 5 });
  });

  it('never differ by one to four people, whatever two periods of them are compared, now or a month later', () => {
    const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'].flatMap((month) => [
      `2025-${month}`,
      `2026-${month}`,
    ]);
    months.sort();
    const month = fc.constantFrom(...months);
    const period = fc.tuple(month, month, month);
    fc.assert(
      fc.property(
        fc.array(fc.nat(7), { minLength: 24, maxLength: 24 }),
        fc.array(period, { minLength: 2, maxLength: 6 }),
        (counts, periods) => {
          const all = months.map((each, i) => tally(each, counts[i]!)).filter(({ people }) => people > 0);
          const shown = periods.map(
            ([since, until, now]) =>
              figuresOf(
                all.filter((each) => each.month >= `${since.slice(0, 4)}-01` && each.month <= now),
                since,
                until,
              )?.people ?? 0,
          );
          for (const [i, one] of shown.entries())
            for (const [j, other] of shown.entries()) {
              if (!lies(periods[i]!, periods[j]!)) continue;
              const rest = other - one;
              expect(rest === 0 || rest >= SMALLEST).toBe(true);
            }
        },
      ),
    );
  });
});

/** Whether a period lies within another one that is asked at the same time or later. */
const lies = ([since, until, now]: readonly string[], [from = '', to = '', later = '']: readonly string[]) =>
  since! >= from && until! <= to && now! <= later;
