import { expect, it } from '@jest/globals';
import { findService, PRESENT } from '../../../../lib/domain/regulation/cards.ts';
import { fieldsIn } from '../../../../lib/domain/regulation/fields-in.ts';
import { fill } from '../../../../lib/local/story/fill.ts';

const { fields } = findService('mangystau-preschool-queue', PRESENT)!;
const form = (application?: string) => fill(fieldsIn(fields, 'con'), '900315300010', application);

it('gives an application that is sent again the same child, and another one another', () => {
  expect(form('soak-1-0')).toEqual(form('soak-1-0'));
  expect(form('soak-1-0')['childIin']).not.toBe(form('soak-1-1')['childIin']);
  expect(form()['childIin']).not.toBe(form()['childIin']);
});
