import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '../..');
const foldersOf = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true }).filter((each) => each.isDirectory());
const verbs = foldersOf('functions').flatMap(({ name: area }) =>
  foldersOf(`functions/${area}`).map(({ name: verb }) => ({ path: `${area}/${verb}`, verb })),
);
const lacking = (name: (verb: string) => string, top: string) =>
  verbs.filter(({ path, verb }) => !existsSync(join(root, top, path, name(verb)))).map(({ path }) => path);

it('every verb does its work in a file with its name', () => {
  expect(verbs.length).toBeGreaterThan(60);
  expect(lacking((verb) => `${verb}.ts`, 'functions')).toEqual([]);
});

it('every verb has a test of its own', () => {
  expect(lacking((verb) => `${verb}.test.ts`, 'test/functions')).toEqual([]);
});
