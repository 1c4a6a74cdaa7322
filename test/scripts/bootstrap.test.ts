import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';

/** A clone of nothing but the script, run by a Node that says it is of this version and on this platform. */
function bootstrap(version: string, platform: string) {
  const root = mkdtempSync(join(tmpdir(), 'e-akimat-bootstrap-'));
  mkdirSync(join(root, 'scripts'));
  const script = join(root, 'scripts/bootstrap.mjs');
  copyFileSync(join(import.meta.dirname, '../../scripts/bootstrap.mjs'), script);
  writeFileSync(join(root, 'package-lock.json'), '');
  mkdirSync(join(root, 'node_modules'));
  // SHA-256 of the empty lock: everything is installed.
  const installed = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  writeFileSync(join(root, 'node_modules/.installed-lock-sha256'), installed);
  const pretend = `Object.defineProperties(process, {
    versions: { value: { node: '${version}' } }, version: { value: 'v${version}' },
    platform: { value: '${platform}' }, arch: { value: 'arm64' } });
    await import('${pathToFileURL(script).href}');`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', pretend], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, says: stderr.trim() };
}

it('goes on with Node 24 on a machine for which npm brings none', () => {
  expect(bootstrap('24.0.0', 'darwin')).toEqual({ status: 0, says: '' });
});

it.each(['darwin', 'linux'])(
  'says in a sentence that Node 22 is too old where there is no other, on %s',
  (platform) => {
    expect(bootstrap('22.18.0', platform)).toEqual({
      status: 1,
      says:
        `e-akimat runs on Node 24 or newer; this is v22.18.0, and npm has brought none for ${platform} arm64. ` +
        'Install Node 24 (https://nodejs.org/en/download) and run the command again.',
    });
  },
);
