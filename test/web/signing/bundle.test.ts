import { gzipSync } from 'node:zlib';
import { expect, it } from '@jest/globals';
import { bundleForBrowser } from '../../browser-bundle.ts';

/** What a page asks for when somebody signs: minified, gzip -9. */
const weightOf = async (module: string) => gzipSync(await bundleForBrowser(module), { level: 9 }).length;

it.each([
  ['the ways', 'web/signing/ways.ts'],
  ['opening a key file', 'web/signing/key-file/open-key.ts'],
])('%s weigh no more than 40 kB', async (_, module) => {
  expect(await weightOf(module)).toBeLessThanOrEqual(40_000);
});

it('the ways of a deployment know no demo key', async () => {
  expect(await bundleForBrowser('web/signing/ways.ts')).not.toContain('demo-key');
  expect(await bundleForBrowser('web/signing/demo-key/demo-key-way.ts')).toContain('demo-key');
});
