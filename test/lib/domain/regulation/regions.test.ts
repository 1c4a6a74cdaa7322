import { describe, expect, it } from '@jest/globals';
import { dayFromIso } from '../../../../lib/domain/calendar/day.ts';
import { offsetOn, zones } from '../../../../lib/domain/calendar/zone.ts';
import { checkDecree } from '../../../../lib/domain/regulation/check-decree.ts';
import { nameDecree } from '../../../../lib/domain/regulation/name-decree.ts';
import { regionCodes, regions } from '../../../../lib/domain/regulation/regions.ts';
import { standingLines } from '../../../../lib/domain/output/legal-lines.ts';

const on = (day: string) =>
  regionCodes.filter((code) => (regions[code].from ?? '') <= day && day <= (regions[code].until ?? '9999'));

describe('the regions', () => {
  it('are seventeen and three cities since 2022, fourteen and two cities in 2012', () => {
    const [now, then] = [on('2026-11-29'), on('2012-05-23')];
    const cities = (codes: readonly string[]) => codes.filter((code) => code.startsWith('city-of-')).length;
    expect([now.length - cities(now), cities(now)]).toEqual([17, 3]);
    expect([then.length - cities(then), cities(then)]).toEqual([14, 2]);
  });

  it('have codes of which none begins another, because ids of services begin with them', () => {
    for (const code of regionCodes)
      expect(regionCodes.filter((other) => other !== code && other.startsWith(`${code}-`))).toEqual([]);
  });

  it.each(zones)('%s has the offset that the system knows, on each day since 2019', (zone) => {
    for (const day of ['2019-01-01', '2024-02-28', '2024-03-02', '2026-11-29']) {
      const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
        .formatToParts(new Date(`${day}T12:00:00Z`))
        .find(({ type }) => type === 'timeZoneName');
      expect([day, name?.value]).toEqual([day, `GMT+0${offsetOn(dayFromIso(day), zone) / 3_600_000}:00`]);
    }
  });
});

describe('the act of a regulation', () => {
  const decree = {
    act: 'resolution',
    approves: 'regulation',
    issuer: 'акимат Жамбылской области',
    number: '23',
    date: '2012-02-23',
  } as const;

  it('is named in the cases of its kind', () => {
    expect(nameDecree(decree, regions.zhambyl)).toEqual({
      ru: 'Регламент утверждён постановлением акимата Жамбылской области от 23 февраля 2012 года № 23',
      kk: 'Жамбыл облысы әкімдігінің 2012 жылғы 23 ақпандағы № 23 қаулысымен бекітілген регламент',
    });
  });

  it('needs the genitive of an issuer that is no akimat, and a region that had its name on that day', () => {
    const checked = (text: object, region: keyof typeof regions) =>
      checkDecree({
        decree: {
          ...decree,
          amended: [],
          registered: { by: 'x', number: '1', date: '2012-03-01' },
          source: 'x',
          ...text,
        },
        region,
      });
    expect(checked({}, 'zhambyl')).toEqual([]);
    expect(checked({ issuer: 'Министр' }, 'zhambyl')).toMatchObject([{ path: ['decree', 'issuer'] }]);
    expect(checked({ date: '2018-06-19' }, 'south-kazakhstan')).toMatchObject([{ path: ['decree', 'date'] }]);
    expect(checked({ date: '2018-06-18' }, 'turkistan')).toMatchObject([{ path: ['decree', 'date'] }]);
    expect(checked({ date: '2018-06-19' }, 'turkistan')).toEqual([]);
  });
});

it('a standing line is printed from its first to its last day', () => {
  const line = {
    on: 'document',
    kk: 'k',
    ru: 'r',
    from: '2003-01-07',
    until: '2026-12-31',
    act: 'a',
    read: 'b',
  } as const;
  const printed = (day: string) => standingLines('document', day, [line]).length;
  expect(['2003-01-06', '2003-01-07', '2026-12-31', '2027-01-01'].map(printed)).toEqual([0, 1, 1, 0]);
  expect(standingLines('refusal', '2026-11-29', [line])).toEqual([]);
  expect(standingLines('document', '2026-11-29')).toHaveLength(1);
});
