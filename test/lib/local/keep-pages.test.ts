import { cpSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { keepPages } from '../../../lib/local/keep-pages.ts';

const root = mkdtempSync(join(tmpdir(), 'pages-'));
const ours = join(import.meta.dirname, '../../..');
for (const part of ['web', 'lib', 'package-lock.json', 'package.json'])
  cpSync(join(ours, part), join(root, part), {
    recursive: true,
    force: false,
    filter: (path) => !/\/web\/dist/.test(path),
  });
symlinkSync(join(ours, 'node_modules'), join(root, 'node_modules'));
const files = join(root, 'web/dist/files.json');
const madeAt = () => statSync(files).mtimeMs;
const styles = () => (JSON.parse(readFileSync(files, 'utf8')) as { styles: string }).styles;

it('bundles pages anew only after one of their sources has changed', () => {
  keepPages(root);
  const first = madeAt();
  keepPages(root);
  expect(madeAt()).toBe(first);
  const sheet = join(root, 'web/styles/app.css');
  writeFileSync(sheet, `${readFileSync(sheet, 'utf8')}\n.added-later { color: red }\n`);
  keepPages(root);
  expect(styles()).toContain('.added-later');
});
