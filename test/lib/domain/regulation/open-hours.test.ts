import { describe, expect, it } from '@jest/globals';
import type { Office } from '../../../../lib/domain/calendar/office.ts';
import { dueAt } from '../../../../lib/domain/calendar/calendar.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { officeOf } from '../../../../lib/domain/regulation/open-hours.ts';
import { places } from '../../../../lib/domain/regulation/places.ts';
import { readHours } from '../../../../lib/domain/calendar/read-hours.ts';
import { whereOf, whereWorks } from '../../../../lib/domain/request/where.ts';

const card = findService('akmola-unemployed-certificate', PRESENT)!;
const due = (office: Office, from: string) => dueAt(new Date(from), { value: 1, unit: 'business_day' }, office);
const filedBy = { account: 'a', iin: '', place: 'akmola-con-01' };

describe('the hours of an office', () => {
  it('are those of its directory, for each of them', () => {
    for (const { code, kind, hours, services } of places)
      for (const service of services) {
        const office = officeOf(findService(service, PRESENT)!, { kind, code });
        if (hours !== undefined) expect([code, office.hours]).toEqual([code, readHours(hours)]);
      }
  });

  it('are those of the standard where a regulation has none', () => {
    const without = serviceIds.filter((id) => !Object.keys(findService(id, PRESENT)!.hours.kinds).length);
    expect(without).toContain('zhambyl-disabled-child-support');
    const zhambyl = officeOf(findService('zhambyl-disabled-child-support', PRESENT)!, { kind: 'office', code: 'x' });
    expect(zhambyl.hours).toEqual({ open: 540, close: 1110, pause: { from: 780, to: 870 } });
  });

  it('end a term when that office closes: a department at six, a centre at seven, the first centre at eight', () => {
    const monday = '2026-11-30T05:00:00Z';
    const at = (kind: 'office' | 'centre', code: string) => due(officeOf(card, { kind, code }), monday).toISOString();
    expect(at('office', 'akmola-employment-akkol')).toBe('2026-12-01T13:00:00.000Z');
    expect(at('centre', 'akmola-con-02')).toBe('2026-12-01T14:00:00.000Z');
    expect(at('centre', 'akmola-con-01')).toBe('2026-12-01T15:00:00.000Z');
  });

  it('have Saturday where the day of rest is Sunday', () => {
    const saturday = new Date('2026-12-05T05:00:00Z');
    const quarter = { value: 15, unit: 'minute' } as const;
    const inCentre = dueAt(saturday, quarter, officeOf(card, { kind: 'centre', code: 'akmola-con-01' }));
    const inAnother = dueAt(saturday, quarter, officeOf(card, { kind: 'centre', code: 'akmola-con-02' }));
    expect([inCentre, inAnother].map((at) => at.toISOString().slice(0, 10))).toEqual(['2026-12-05', '2026-12-07']);
  });
});

describe('the place that measures', () => {
  const filed = { office: 'akmola-employment-akkol', filedBy } as const;

  it('is the centre for its own work and for the whole of what was filed there, else the office', () => {
    expect(whereOf({ ...filed, channel: 'con' })).toEqual({ kind: 'centre', code: 'akmola-con-01' });
    expect(whereWorks({ ...filed, channel: 'con' }, 'mio')).toEqual({ kind: 'office', code: filed.office });
    expect(whereWorks({ ...filed, channel: 'con' }, 'con')).toEqual({ kind: 'centre', code: 'akmola-con-01' });
    expect(whereOf({ office: filed.office, channel: 'portal' })).toEqual({ kind: 'office', code: filed.office });
  });
});
