import { describe, expect, it } from '@jest/globals';
import type { Action } from '../../../../lib/domain/regulation/regulation.ts';
import { termsFrom, termsOf } from '../../../../lib/domain/regulation/whole-term.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

const written = { minute: 'min', business_day: 'wd', calendar_day: 'cd', day: 'd' } as const;
const shortUnit = (unit: string) => Object.entries(written).find(([long]) => long === unit)?.[1] ?? unit;

describe('the term of a whole channel', () => {
  /*
   * As read in the decrees: wd working days, cd calendar days, d days of no stated kind. One term means that a point of
   * the decree states it for the whole; several are the rows of the longest path, in their order.
   */
  it('is what the decree states, or the longest path of its rows', () => {
    const transcribed = readRegulations().regulations.filter(({ regulation }) => regulation.extract);
    const found = transcribed.flatMap(({ regulation }) =>
      regulation.channels.map((channel): [string, string] => [
        `${regulation.id} ${channel.channel}`,
        termsOf(channel)
          .map(({ value, unit }) => `${value} ${shortUnit(unit)}`)
          .join(', '),
      ]),
    );
    expect(found).toHaveLength(38);
    expect(Object.fromEntries(found)).toEqual({
      // А-11/491, the service's point 9: ten working days from submitting the papers.
      'akmola-disabled-child-support portal': '10 wd',
      'akmola-disabled-child-support mio': '10 wd',
      'akmola-disabled-child-support paper': '10 wd',
      // Point 9: seven working days at the department, twenty-two at a rural akim.
      'akmola-targeted-social-assistance mio': '7 wd',
      'akmola-targeted-social-assistance akim': '22 wd',
      // Point 9: ten minutes at the department, three working days at a centre; it says nothing about the portal.
      'akmola-unemployed-certificate portal': '10 min, 1 wd, 1 min',
      'akmola-unemployed-certificate mio': '10 min',
      'akmola-unemployed-certificate con': '3 wd',
      'akmola-unemployed-certificate paper': '3 wd',
      // № 351: the result of the deposits' table is due in five working days; by their readings, the similar tables
      // have the same term.
      'mangystau-guardianship-certificate portal': '4 wd, 1 wd',
      'mangystau-guardianship-certificate con': '3 wd, 1 wd, 1 wd',
      'mangystau-minors-deposits-certificate portal': '4 wd, 1 wd',
      'mangystau-minors-deposits-certificate con': '5 wd',
      'mangystau-minors-property-certificate portal': '4 wd, 1 wd',
      'mangystau-minors-property-certificate con': '3 wd, 1 wd, 1 wd',
      // Row 6: three days; signing and handing over are added rows with a day each.
      'mangystau-preschool-queue portal': '3 d, 1 wd',
      'mangystau-preschool-queue mio': '3 d, 1 wd, 1 wd',
      'mangystau-preschool-queue con': '3 d, 1 wd, 1 wd',
      // № 63: only rows.
      'mangystau-disabled-child-support portal': '15 min, 10 wd, 1 min',
      'mangystau-disabled-child-support mio': '10 wd, 1 min, 1 min',
      'mangystau-targeted-social-assistance portal': '15 min, 10 cd, 1 min',
      'mangystau-targeted-social-assistance mio': '10 min, 1 min, 1 min',
      'mangystau-unemployed-certificate portal': '10 min, 10 min, 1 min',
      'mangystau-unemployed-certificate mio': '10 min, 1 min, 1 min',
      'mangystau-unemployed-certificate con': '10 min, 3 wd, 1 min, 10 min',
      // № 149: only rows.
      'south-kazakhstan-archival-certificate portal': '15 min, 30 cd, 1 min',
      'south-kazakhstan-archival-certificate mio': '30 cd, 1 min, 1 min',
      'south-kazakhstan-archival-certificate con': '15 min, 30 cd, 1 min, 15 min',
      'south-kazakhstan-disabled-child-support portal': '15 min, 10 wd, 1 min',
      'south-kazakhstan-disabled-child-support mio': '10 wd, 1 min, 1 min',
      'south-kazakhstan-preschool-queue portal': '10 min, 15 min, 1 min',
      'south-kazakhstan-preschool-queue mio': '15 min, 1 min, 1 min',
      'south-kazakhstan-preschool-queue con': '10 min, 3 d, 1 min, 15 min',
      'south-kazakhstan-unemployed-certificate portal': '10 min, 10 min, 1 min',
      'south-kazakhstan-unemployed-certificate mio': '10 min, 1 min, 1 min',
      'south-kazakhstan-unemployed-certificate con': '10 min, 3 wd, 1 min, 10 min',
      // № 23, point 6: ten working days.
      'zhambyl-disabled-child-support portal': '10 wd',
      'zhambyl-disabled-child-support mio': '10 wd',
    });
  });

  const row = (no: number, days: number, goes: Action['goes'], numbers = false): Action => ({
    no,
    actorName: 'МИО',
    actor: { slug: 'mio', lane: 'МИО', kind: 'people' },
    name: 'x',
    completion: 'x',
    term: { text: 'x', max: { value: days, unit: 'business_day' } },
    next: [],
    does: [...(numbers ? [{ effect: 'number-request' as const }] : []), { work: 'check', by: 'mio' }],
    goes,
    added: false,
  });
  const days = (actions: readonly Action[]) => termsOf({ actions }).map(({ value }) => value);

  it('takes one of two branches, the longer', () => {
    const fork = [row(1, 1, [{ to: 2, if: 'refused' }, { to: 3 }], true)];
    expect(days([...fork, row(2, 7, [{ to: 'end' }]), row(3, 2, [{ to: 4 }]), row(4, 4, [{ to: 'end' }])])).toEqual([
      1, 7,
    ]);
    expect(days([...fork, row(2, 5, [{ to: 'end' }]), row(3, 2, [{ to: 4 }]), row(4, 4, [{ to: 'end' }])])).toEqual([
      1, 2, 4,
    ]);
  });

  it('counts from the row that gives the number, and counts a repeated row once', () => {
    expect(
      days([
        row(1, 9, [{ to: 2 }]),
        row(2, 1, [{ to: 3 }], true),
        row(3, 2, [{ to: 2, if: 'refused' }, { to: 'end' }]),
      ]),
    ).toEqual([1, 2]);
  });
});

describe('the term of a new decision', () => {
  it('is that of the rows from the decision on, or what the decree states for the whole', () => {
    const { regulation } = readRegulations().regulations.find(({ file }) => file.includes('149-preschool-queue'))!;
    const found = regulation.channels.map((channel) => [
      channel.channel,
      termsFrom(channel, channel.again!.row).map(({ value, unit }) => `${value} ${shortUnit(unit)}`),
    ]);
    expect(Object.fromEntries(found)).toEqual({
      portal: ['15 min', '1 min'],
      mio: ['15 min', '1 min', '1 min'],
      con: ['3 d', '1 min', '15 min'],
    });
    const [portal] = regulation.channels;
    const deadline = { text: '3 рабочих дня', max: { value: 3, unit: 'business_day' as const } };
    expect(termsFrom({ ...portal!, deadline }, 6)).toEqual([deadline.max]);
  });
});
