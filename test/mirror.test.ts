import { globSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from '@jest/globals';

const root = join(import.meta.dirname, '..');

/** Rooms of tests that are about no one folder: stories, machines, signatures made wrong, campaigns, a browser's walks. */
const rooms = ['flows', 'machines', 'mint', 'mutation', 'lib/eds/fuzz', 'web/browser', 'web/tours'];

const isInRoom = (folder: string) => rooms.some((room) => folder === room || folder.startsWith(`${room}/`));
const isFolder = (path: string) => statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory() === true;

it('every test outside the rooms lies at the path of its source', () => {
  const tests = globSync('**/*.test.ts', { cwd: import.meta.dirname, exclude: ['mutation/node_modules'] });
  expect(tests.length).toBeGreaterThan(100);
  const misplaced = tests.filter((test) => !isInRoom(dirname(test)) && !isFolder(dirname(test)));
  expect(misplaced).toEqual([]);
});
