import { expect, it } from '@jest/globals';
import { chooseLanguage } from '../../../../lib/domain/problem/details.ts';

it.each([
  ['kz', 'kk'],
  ['kk-KZ, ru;q=0.5', 'kk'],
  ['ru-KZ, kz;q=0.9', 'ru'],
  ['en-GB, kz;q=0.1', 'kk'],
  ['en', 'ru'],
  [undefined, 'ru'],
])('who asks for "%s" reads %s', (asked, read) => expect(chooseLanguage(asked)).toBe(read));
