import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import type { Text } from '../../web/texts/text.ts';
import { staffMenu } from '../../web/texts/staff-menu.ts';
import { routes } from '../../web/routes.ts';

const web = join(import.meta.dirname, '../../web');
const files = [
  ...readdirSync(join(web, 'texts'))
    .filter((name) => name !== 'text.ts')
    .map((name) => `texts/${name}`),
  'frame/texts.ts',
  'frame/words.ts',
] as const;

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'kk' in value && 'ru' in value;

const gather = (value: unknown, name: string): (readonly [string, Text])[] => {
  if (isText(value)) return [[name, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => gather(inner, `${name}.${key}`));
};

describe.each(files)('%s', (file) => {
  it('has everything in Kazakh and in Russian, with the same placeholders', async () => {
    const module: unknown = await import(pathToFileURL(join(web, file)).href);
    const all = gather(module, file);
    for (const [name, { kk, ru }] of all) {
      const forms = typeof ru === 'string' ? [ru] : ru;
      for (const text of [kk, ...forms])
        expect([name, text.trim() !== '' && text === text.trim()]).toEqual([name, true]);
      for (const form of forms) expect([name, placesOf(form)]).toEqual([name, placesOf(kk)]);
    }
  });
});

it('entries of the menu are in both languages', () => {
  const entries = [...routes.map(({ path, menu }) => [path, menu] as const), ...Object.entries(staffMenu)];
  for (const [path, menu] of entries)
    if (menu) expect([path, menu.kk.trim() !== '', menu.ru.trim() !== '']).toEqual([path, true, true]);
});

it('every entry of the employees’ menu is a page', () => {
  const paths = routes.map(({ path }) => path);
  expect(Object.keys(staffMenu).filter((path) => !paths.includes(path))).toEqual([]);
});

const placesOf = (text: string) => [...new Set(text.match(/\{\w+\}/g))].toSorted();
