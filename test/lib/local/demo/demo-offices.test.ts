import { expect, it } from '@jest/globals';
import { places } from '../../../../lib/domain/regulation/places.ts';
import { demoOffices } from '../../../../lib/local/demo/demo-offices.ts';
import { roster } from '../../../../lib/local/demo/roster.ts';

it('each place of the catalogue has its own BIN, with which its demo people sign', () => {
  const codes = new Set(places.map(({ code }) => code));
  expect(new Set(Object.keys(demoOffices))).toEqual(codes);
  expect(new Set(Object.values(demoOffices)).size).toBe(codes.size);
  for (const { organisation } of roster)
    if (organisation?.code) expect(demoOffices[organisation.code]).toBe(organisation.bin);
});
