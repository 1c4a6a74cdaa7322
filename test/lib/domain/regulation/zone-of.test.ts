import { expect, it } from '@jest/globals';
import { findService, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { PRESENT } from '../../../../lib/domain/regulation/find-version.ts';
import { zoneOf } from '../../../../lib/domain/regulation/zone-of.ts';

it.each(serviceIds)('%s is in the zone that its card names', (id) => {
  expect(zoneOf(id)).toBe(findService(id, PRESENT)?.zone);
});

it('an id without a region has no zone', () => {
  expect(() => zoneOf('nowhere-unemployed-certificate')).toThrow('is of no region');
});
