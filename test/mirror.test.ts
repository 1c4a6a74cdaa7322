import { globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/**
 * Folders of tests that mirror no source folder: stories, machines, spoilt signatures, campaigns, journeys in a
 * browser.
 */
const rooms = ['flows', 'machines', 'mint', 'conformance', 'mutation', 'lib/eds/fuzz', 'web/browser', 'web/tours'];

const isInRoom = (folder: string) => rooms.some((room) => folder === room || folder.startsWith(`${room}/`));
const isFolder = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;

it('every test outside the rooms lies at the path of its source', () => {
  const tests = globSync('**/*.test.ts', { cwd: import.meta.dirname, exclude: ['mutation/node_modules'] });
  expect(tests.length).toBeGreaterThan(100);
  const misplaced = tests.filter((test) => !isInRoom(dirname(test)) && !isFolder(dirname(test)));
  expect(misplaced).toEqual([]);
});
