import { describe, expect, it } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkLayout } from '../../../lib/local/layout.ts';
import { newFolder } from './serve.ts';

describe('the layout of a data folder', () => {
  it('is marked once and recognised again', () => {
    const folder = newFolder();
    checkLayout(folder);
    mkdirSync(join(folder, 'dynamo'));
    checkLayout(folder);
  });

  it.each([
    ['before layouts were marked', undefined],
    ['of a later version', '4\n'],
  ])('%s is refused with a sentence', (_, mark) => {
    const folder = newFolder();
    mkdirSync(join(folder, 'dynamo'));
    if (mark !== undefined) writeFileSync(join(folder, 'layout'), mark);
    expect(() => checkLayout(folder)).toThrow('npm start -- --reset');
  });
});
