import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { bundleFunctions } from '../../../lib/stack/bundle.ts';
import { bundlePages } from '../../../lib/stack/bundle-pages.ts';
import { functions as table } from '../../../lib/stack/functions.ts';
import { readSources } from '../../../lib/stack/sources.ts';

const root = join(import.meta.dirname, '../../..');
/** Names of the way, of its form, and of the address of its keys. */
const traces = /demo-key|ДЕМО/;

const read = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:js|mjs|json)$/.test(path))
    .map((path) => [path, readFileSync(join(folder, path), 'utf8')] as const);

describe('the demo key', () => {
  it('is in the pages of the local platform', () => {
    const folder = mkdtempSync(join(tmpdir(), 'pages-'));
    bundlePages(root, folder, { isLocal: true });
    const found = read(folder).filter(([, text]) => traces.test(text));
    expect(found.map(([path]) => path).join(' ')).toContain('later-sign-panel');
  });

  it('is in no deployed page, and no deployed route serves a key file', async () => {
    const { functions } = await readSources(root, table);
    const files = read(
      bundleFunctions(
        root,
        functions.filter(({ pages }) => pages),
      ),
    );
    expect(files.filter(([path]) => path.includes('later-sign-panel')).length).toBeGreaterThan(0);
    expect(files.filter(([, text]) => traces.test(text)).map(([path]) => path)).toEqual([]);
    expect(functions.filter(({ route }) => route?.includes(' /local')).map(({ route }) => route)).toEqual([]);
  });
});
