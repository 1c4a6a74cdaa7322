import { describe, expect, it } from '@jest/globals';
import Holidays from 'date-holidays';
import fc from 'fast-check';
import {
  dayFromIso,
  departmentIn,
  dueAt,
  isoFromDay,
  kazakhstan,
  nextAlarm,
  openIntervals,
  workingDays,
  workingMinutesBetween,
  type Span,
} from '../../../../lib/domain/calendar/calendar.ts';
import { kazakhstanData } from '../../../../lib/domain/calendar/working-days.ts';
import { localOf, type Zone } from '../../../../lib/domain/calendar/zone.ts';
import { naiveDueAt, naiveIsWorking, naiveLocal } from './naive.ts';

const almaty = departmentIn('Asia/Almaty');
const zones = ['Asia/Almaty', 'Asia/Aqtau'] as const satisfies readonly Zone[];
const at = (local: string) => new Date(`${local}+06:00`);
const due = (start: string, value: number, unit: Span['unit']) =>
  dueAt(at(start), { value, unit }, almaty).toISOString();
const minute = 60_000;

const instants = fc.integer({ min: Date.UTC(2011, 0, 1), max: Date.UTC(2027, 10, 1) }).map((ms) => ms - (ms % minute));
const terms = fc.oneof(
  fc.record({ value: fc.integer({ min: 1, max: 3000 }), unit: fc.constant('minute' as const) }),
  fc.record({ value: fc.integer({ min: 1, max: 40 }), unit: fc.constantFrom('business_day', 'calendar_day') }),
  fc.record({ value: fc.integer({ min: 1, max: 12 }), unit: fc.constant('month' as const) }),
);

describe('the working days', () => {
  it('are those of the announced calendars', () => {
    const free = (from: string, to: string) => {
      const days: string[] = [];
      for (let day = dayFromIso(from); day <= dayFromIso(to); day += 1)
        if (!kazakhstan.isWorking(day)) days.push(isoFromDay(day).slice(5));
      return days.join(' ');
    };
    expect(free('2015-03-20', '2015-03-27')).toBe('03-21 03-22 03-23 03-24 03-25');
    expect(free('2016-04-29', '2016-05-11')).toBe('04-30 05-01 05-02 05-07 05-08 05-09 05-10');
    expect(free('2014-05-01', '2014-05-12')).toBe('05-01 05-02 05-03 05-07 05-08 05-09 05-10');
    expect(free('2018-12-28', '2019-01-03')).toBe('12-30 12-31 01-01 01-02');
    expect(free('2020-05-07', '2020-05-12')).toBe('05-07 05-08 05-09 05-10');
    expect(free('2021-07-02', '2021-07-07')).toBe('07-04 07-05 07-06');
    expect(free('2026-03-14', '2026-03-26')).toBe('03-14 03-15 03-21 03-22 03-23 03-24 03-25');
    expect(free('2026-08-28', '2026-09-01')).toBe('08-29 08-30');
    expect(free('2027-03-12', '2027-03-16')).toBe('03-13 03-14 03-15');
  });

  it('differ from date-holidays only in the days that people corrected', () => {
    const package_ = new Holidays('KZ');
    const unmoved = workingDays({ ...kazakhstanData, moved: [] });
    const differing: string[] = [];
    for (let year = 2011; year <= 2027; year += 1) {
      const named = new Set(
        package_
          .getHolidays(year)
          .filter(({ type }) => type === 'public')
          .map(({ date }) => date.slice(0, 10)),
      );
      for (let day = dayFromIso(`${year}-01-01`); day <= dayFromIso(`${year}-12-31`); day += 1) {
        const weekday = new Date(day * 86_400_000).getUTCDay();
        if (weekday === 0 || weekday === 6) continue;
        const iso = isoFromDay(day);
        if (named.has(iso) === unmoved.isWorking(day)) differing.push(`${named.has(iso) ? '-' : '+'}${iso}`);
      }
    }
    // +: free only here; -: free only in the package. These are substitute days that fall on a holiday and are lost,
    // Kurban Ait of 2015 and 2016, and the Constitution Day of 2026, which was not yet observed.
    expect(differing).toEqual(
      [
        ...['-2015-09-23', '+2015-09-24', '+2015-03-25', '+2016-05-10', '+2016-09-12', '+2020-03-25', '+2021-03-24'],
        ...['+2022-05-10', '-2026-03-16', '+2026-03-25', '+2027-03-24'],
      ].toSorted((one, other) => one.slice(1).localeCompare(other.slice(1))),
    );
  });

  it('equal a list made day by day', () => {
    for (let day = dayFromIso('2011-01-01'); day <= dayFromIso('2027-12-31'); day += 1)
      expect([isoFromDay(day), kazakhstan.isWorking(day)]).toEqual([isoFromDay(day), naiveIsWorking(isoFromDay(day))]);
  });

  it('moved days of rest leave as many working days as before', () => {
    for (const { from, to } of kazakhstanData.moved) {
      const unmoved = workingDays({ ...kazakhstanData, moved: [] });
      expect([from, unmoved.isWorking(dayFromIso(from)), to, unmoved.isWorking(dayFromIso(to))]).toEqual([
        from,
        false,
        to,
        true,
      ]);
    }
  });
});

describe('zones', () => {
  it.each(zones)('%s has the clocks that Intl knows, before and since 2024-03-01', (zone) => {
    // The clocks of UTC+6 were put back in the hour of these.
    const turn = fc.integer({ min: 0, max: 180 }).map((minutes) => Date.UTC(2024, 1, 29, 17, minutes));
    fc.assert(
      fc.property(fc.oneof(instants, turn), (instant) => {
        const { day, time } = localOf(instant, zone);
        expect({ day: isoFromDay(day), minute: time / minute }).toEqual(naiveLocal(instant, zone));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a due time', () => {
  it('runs by minutes while the office is open', () => {
    expect(due('2012-06-04T09:00', 10, 'minute')).toBe(at('2012-06-04T09:10').toISOString());
    expect(due('2012-06-04T12:55', 10, 'minute')).toBe(at('2012-06-04T14:35').toISOString());
    expect(due('2012-06-08T18:25', 10, 'minute')).toBe(at('2012-06-11T09:05').toISOString());
    expect(due('2012-06-09T11:00', 10, 'minute')).toBe(at('2012-06-11T09:10').toISOString());
    expect(due('2012-06-04T18:20', 10, 'minute')).toBe(at('2012-06-04T18:30').toISOString());
  });

  it('counts neither the day of receipt nor free days among working days', () => {
    expect(due('2012-06-04T16:00', 3, 'business_day')).toBe(at('2012-06-07T18:30').toISOString());
    expect(due('2012-07-05T16:00', 3, 'business_day')).toBe(at('2012-07-11T18:30').toISOString());
    expect(due('2015-03-20T16:00', 1, 'business_day')).toBe(at('2015-03-26T18:30').toISOString());
  });

  it('moves from a free day to the next working one', () => {
    expect(due('2012-06-01T10:00', 15, 'calendar_day')).toBe(at('2012-06-18T18:30').toISOString());
    expect(due('2011-08-31T10:00', 6, 'month')).toBe(at('2012-02-29T18:30').toISOString());
  });

  it('equals a second, naive implementation in 100,000 cases', () => {
    fc.assert(
      fc.property(instants, terms, fc.constantFrom(...zones), (start, term, zone) => {
        const expected = naiveDueAt(start, term.value, term.unit, zone);
        return dueAt(new Date(start), term, departmentIn(zone)).getTime() === expected;
      }),
      { numRuns: 100_000 },
    );
  });

  it('is never outside office hours, nor before its start', () => {
    fc.assert(
      fc.property(instants, terms, fc.constantFrom(...zones), (start, term, zone) => {
        const end = dueAt(new Date(start), term, departmentIn(zone)).getTime();
        const open = openIntervals(departmentIn(zone), localOf(end, zone).day);
        return end > start && open.some(({ from, to }) => from < end && end <= to);
      }),
    );
  });

  it('is monotonic in the start and in the length', () => {
    fc.assert(
      fc.property(instants, fc.nat(10_000), fc.nat(20), terms, (start, later, longer, { value, unit }) => {
        const end = (from: number, amount: number) => dueAt(new Date(from), { value: amount, unit }, almaty).getTime();
        return (
          end(start, value) <= end(start + later * minute, value) && end(start, value) <= end(start, value + longer)
        );
      }),
    );
  });

  it('is additive on the office clock, and office time measures it back', () => {
    const minutes = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(instants, minutes, minutes, (start, one, other) => {
        const add = (from: Date, value: number) => dueAt(from, { value, unit: 'minute' }, almaty);
        const end = add(add(new Date(start), one), other);
        expect(end).toEqual(add(new Date(start), one + other));
        expect(workingMinutesBetween(new Date(start), end, almaty)).toBe(one + other);
      }),
    );
  });

  it('stands still while suspended', () => {
    const suspended = [{ from: at('2012-06-04T10:00').getTime(), to: at('2012-06-04T12:00').getTime() }];
    expect(dueAt(at('2012-06-04T09:50'), { value: 20, unit: 'minute' }, almaty, suspended)).toEqual(
      at('2012-06-04T12:10'),
    );
    expect(dueAt(at('2012-06-01T09:50'), { value: 1, unit: 'business_day' }, almaty, suspended)).toEqual(
      at('2012-06-05T18:30'),
    );
  });

  it('is computed again when the Government moves a day', () => {
    const moved = { ...kazakhstanData, moved: [...kazakhstanData.moved, { from: '2027-07-03', to: '2027-07-05' }] };
    const office = { ...almaty, workingDays: workingDays(moved) };
    const start = new Date('2027-07-02T05:00Z');
    expect(dueAt(start, { value: 1, unit: 'business_day' }, almaty).toISOString()).toBe('2027-07-05T13:30:00.000Z');
    expect(dueAt(start, { value: 1, unit: 'business_day' }, office).toISOString()).toBe('2027-07-03T13:30:00.000Z');
  });
});

describe('alarms', () => {
  it('remind once before the due time, then escalate at it and at the opening of each working day', () => {
    const work = {
      openedAt: at('2012-06-07T10:00'),
      dueAt: dueAt(at('2012-06-07T10:00'), { value: 60, unit: 'minute' }, almaty),
    };
    const alarm = (now: string) => nextAlarm({ ...work, now: at(now) }, almaty);
    expect(alarm('2012-06-07T10:00')).toEqual({ at: at('2012-06-07T10:45'), kind: 'reminder' });
    expect(alarm('2012-06-07T10:45')).toEqual({ at: at('2012-06-07T11:00'), kind: 'escalation' });
    expect(alarm('2012-06-07T11:00')).toEqual({ at: at('2012-06-08T09:00'), kind: 'escalation' });
    expect(alarm('2012-06-08T09:00')).toEqual({ at: at('2012-06-11T09:00'), kind: 'escalation' });
  });

  it('are always ahead', () => {
    fc.assert(
      fc.property(instants, terms, fc.nat(500_000), (start, term, passed) => {
        const openedAt = new Date(start);
        const now = new Date(start + passed * minute);
        const { at: next } = nextAlarm({ openedAt, dueAt: dueAt(openedAt, term, almaty), now }, almaty);
        return next > now;
      }),
    );
  });
});
