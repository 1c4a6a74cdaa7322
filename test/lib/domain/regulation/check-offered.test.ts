import { describe, expect, it } from '@jest/globals';
import { wrongOffers } from '../../../../lib/domain/regulation/check-offered.ts';

const named = { from: '2026-12-01', why: 'a test' };
const offered = (services: Record<string, typeof named & { despite?: string }>) => ({ demo: named, services });
const repealed = { number: '244', date: '2013-08-15' };
const find = (service: string) =>
  service === 'repealed'
    ? { repealed }
    : service === 'excluded'
      ? { repealed, excluded: { number: '297', date: '2012-11-26' } }
      : undefined;

describe('the list of offered services', () => {
  it('names only existing services', () => {
    expect(wrongOffers(offered({ none: named }), find)).toEqual([
      'statemachines/offered.json: there is no service none',
    ]);
  });

  it('gives a ground if the regulation was repealed or removed', () => {
    expect(wrongOffers(offered({ repealed: named, excluded: named }), find)).toEqual([
      'statemachines/offered.json: repealed is of a regulation that was repealed by 244 of 2013-08-15: say in "despite" on what ground it is offered',
      'statemachines/offered.json: excluded was struck out of its regulation by 297 of 2012-11-26: say in "despite" on what ground it is offered',
    ]);
    const despite = 'a later rule, No 1';
    expect(wrongOffers(offered({ repealed: { ...named, despite }, excluded: { ...named, despite } }), find)).toEqual(
      [],
    );
  });
});
