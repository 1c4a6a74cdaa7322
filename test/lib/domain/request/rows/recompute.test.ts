import { describe, expect, it } from '@jest/globals';
import { departmentIn, workingDays, type Office } from '../../../../../lib/domain/calendar/calendar.ts';
import { kazakhstanData } from '../../../../../lib/domain/calendar/working-days.ts';
import { extend } from '../../../../../lib/domain/request/work/officer.ts';
import { noticeOf } from '../../../../../lib/domain/request/notify.ts';
import { recomputeDeadlines } from '../../../../../lib/domain/request/rows/recompute.ts';
import { isNumbered, type NumberedRequest, type Request } from '../../../../../lib/domain/request/request.ts';
import { claim } from '../../../../../lib/domain/request/work/officer.ts';
import { openWork } from '../../../../../lib/domain/request/rows/rows.ts';
import { after, at, must, numbered, serik } from '../example.ts';

const known = departmentIn('Asia/Almaty');
/** Thursday and Friday of the example's week have become days of rest, made up for on two Saturdays in December. */
const changed: Office = {
  ...known,
  workingDays: workingDays({
    ...kazakhstanData,
    moved: [
      ...kazakhstanData.moved,
      { from: '2026-12-05', to: '2026-11-26' },
      { from: '2026-12-12', to: '2026-11-27' },
    ],
  }),
};
const terms = [{ value: 5, unit: 'business_day' }] as const;
const performed = at('recompute-deadlines', 60);

function opened(extendable = false): NumberedRequest {
  const request = openWork(numbered(), at('06-mio-decide', 4), {
    task: 'decide',
    by: 'mio',
    term: { value: 3, unit: 'business_day' },
    dueAt: '2026-11-26T13:30:00.000Z',
    token: 'token-1',
    ...(extendable && { extendable: { value: 30, unit: 'calendar_day' as const } }),
  });
  if (!isNumbered(request)) throw new Error('the example has no number');
  return { ...request, dueAt: '2026-11-30T13:30:00.000Z' };
}
const times = (request: Request) => (isNumbered(request) ? [request.dueAt, request.work?.dueAt] : []);

/** The calendar before the years after this one are reviewed. */
const until = (to: number): Office => ({
  ...known,
  workingDays: workingDays({ ...kazakhstanData, reviewed: { from: 2011, to } }),
});

describe('due times beyond the reviewed years', () => {
  const provisional = (): Request => recomputeDeadlines(opened(), performed, { terms, officeAt: () => until(2025) });

  it('are marked with the year with which the calendar ends', () => {
    expect(provisional()).toMatchObject({ dueAt: opened().dueAt, calendarUntil: '2025' });
    expect(opened()).not.toHaveProperty('calendarUntil');
  });

  it('lose the mark once the year has been reviewed, and nothing else when nothing moves', () => {
    const reviewed = recomputeDeadlines(provisional(), at('recompute-again', 90), {
      terms,
      officeAt: () => until(2026),
    });
    expect(reviewed).toEqual(opened());
    expect(recomputeDeadlines(reviewed, performed, { terms, officeAt: () => until(2026) })).toBe(reviewed);
  });

  it('move and lose the mark when the review has found a day of rest', () => {
    const moved = recomputeDeadlines(provisional(), at('recompute-again', 90), { terms, officeAt: () => changed });
    expect(times(moved)[0]).toBe('2026-12-02T13:30:00.000Z');
    expect(moved).not.toHaveProperty('calendarUntil');
  });

  it('are marked in the notice about their move', () => {
    const days = workingDays({
      ...kazakhstanData,
      reviewed: { from: 2011, to: 2025 },
      moved: [...kazakhstanData.moved, { from: '2026-12-05', to: '2026-11-26' }],
    });
    const moved = recomputeDeadlines(opened(), performed, { terms, officeAt: () => ({ ...known, workingDays: days }) });
    expect(moved.notices.at(-1)?.facts).toMatchObject({ calendarUntil: '2025' });
  });
});

describe('due times under another calendar', () => {
  it('do not change, nor does the request, if nothing moves', () => {
    const request = opened();
    expect(recomputeDeadlines(request, performed, { terms, officeAt: () => known })).toBe(request);
  });

  it('move with the days of rest, for the request and for its open work, and the applicant is told once', () => {
    const moved = recomputeDeadlines(opened(), performed, { terms, officeAt: () => changed });
    expect(times(moved)).toEqual(['2026-12-02T13:30:00.000Z', '2026-11-30T13:30:00.000Z']);
    expect(moved.events.at(-1)).toMatchObject({
      code: 'deadline-recomputed',
      facts: { before: '2026-11-30T13:30:00.000Z', dueAt: '2026-12-02T13:30:00.000Z' },
    });
    expect(moved.notices.at(-1)).toMatchObject({
      code: 'deadline-moved',
      facts: { dueAt: '2026-12-02T13:30:00.000Z' },
    });
    expect(recomputeDeadlines(moved, performed, { terms, officeAt: () => changed })).toBe(moved);
    const back = recomputeDeadlines(moved, at('recompute-again', 90), { terms, officeAt: () => known });
    expect(times(back)).toEqual(times(opened()));
  });

  it('stay extended if an officer has extended them', () => {
    const claimed = must(claim(opened(true), serik, after(5)));
    const notice = noticeOf(claimed, at('06-mio-decide', 6), 'deadline-moved', {});
    const extended = must(
      extend(claimed, { due: { dueAt: '2026-12-23T13:30:00.000Z' }, ground: 'many-records', notice }, serik, after(6)),
    );
    expect(isNumbered(extended) && extended.work?.term).toEqual({ value: 30, unit: 'calendar_day' });
    const moved = recomputeDeadlines(extended, performed, { terms, officeAt: () => changed });
    expect(times(moved)).toEqual(['2026-12-23T13:30:00.000Z', '2026-12-23T13:30:00.000Z']);
    // The work is done: the extension of the whole request is not undone.
    const done = { ...extended, work: undefined } as unknown as Request;
    expect(times(recomputeDeadlines(done, performed, { terms, officeAt: () => changed }))[0]).toBe(
      '2026-12-23T13:30:00.000Z',
    );
  });

  it('of finished work, and of work without a stored term, do not change', () => {
    const { work, ...request } = opened();
    if (!work) throw new Error('no work');
    const { term: _, ...old } = work;
    for (const kept of [{ ...work, outcome: 'approved' as const }, old]) {
      const moved = recomputeDeadlines({ ...request, work: kept }, performed, { terms, officeAt: () => changed });
      expect(times(moved)).toEqual(['2026-12-02T13:30:00.000Z', '2026-11-26T13:30:00.000Z']);
    }
  });

  it('do not exist for a request that has no number or is closed', () => {
    const closed = { ...opened(), state: 'issued', closedAt: after(30).toISOString() } as unknown as Request;
    expect(recomputeDeadlines(closed, performed, { terms, officeAt: () => changed })).toBe(closed);
  });
});
