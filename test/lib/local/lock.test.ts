import { describe, expect, it } from '@jest/globals';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../../../lib/local/lock.ts';
import { newFolder } from './serve.ts';

describe('the lock of a data folder', () => {
  it('is held by one process, and released', () => {
    const folder = newFolder();
    const release = takeLock(folder);
    expect(() => takeLock(folder)).toThrow(`in use by process ${process.pid}`);
    release();
    takeLock(folder)();
    expect(existsSync(join(folder, 'platform.lock'))).toBe(false);
  });

  it.each([
    ['of a process that is no more', '4194303 1'],
    ['of a process whose number another has now', `${process.pid} 1`],
    ['that a crash left empty', ''],
  ])('%s is taken over', (_, holder) => {
    const folder = newFolder();
    writeFileSync(join(folder, 'platform.lock'), holder);
    takeLock(folder)();
  });
});
