import { expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFlags } from '../../bin/spawn-server.ts';

it('starts servers with the flags of npm start', () => {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  const { scripts } = JSON.parse(text) as { readonly scripts: Readonly<Record<string, string>> };
  expect(scripts['start']).toBe(['node', ...nodeFlags, 'bin/local.ts'].join(' '));
});
