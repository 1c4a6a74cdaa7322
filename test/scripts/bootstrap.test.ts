import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from '@jest/globals';

const needed = { version: '1.0.0', integrity: 'sha512-a' };
const packages = {
  '': { name: 'clone' },
  'node_modules/needed': needed,
  'node_modules/elsewhere': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};
const everything = { 'node_modules/needed': needed };

/** A clone with only the script, run by a Node that reports this version and platform. */
function bootstrap(version: string, platform: string, installed: object = everything) {
  const root = mkdtempSync(join(tmpdir(), 'e-akimat-bootstrap-'));
  mkdirSync(join(root, 'scripts'));
  const script = join(root, 'scripts/bootstrap.mjs');
  copyFileSync(join(import.meta.dirname, '../../scripts/bootstrap.mjs'), script);
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages }));
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  const pretend = `Object.defineProperties(process, {
    versions: { value: { node: '${version}' } }, version: { value: 'v${version}' },
    platform: { value: '${platform}' }, arch: { value: 'arm64' } });
    await import('${pathToFileURL(script).href}');`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', pretend], {
    cwd: root,
    encoding: 'utf8',
    // npm cannot be found, so an attempt to install fails.
    env: { PATH: '' },
  });
  return { status, says: stderr.trim(), installs: stdout.startsWith('Installing') };
}

it('goes on with Node 24 on a machine for which npm brings none', () => {
  expect(bootstrap('24.0.0', 'darwin')).toEqual({ status: 0, says: '', installs: false });
});

it.each([
  ['is not there', {}],
  ['is another version', { 'node_modules/needed': { ...needed, version: '1.0.1' } }],
  ['is other octets', { 'node_modules/needed': { ...needed, integrity: 'sha512-c' } }],
])('installs when what the lock names %s, however it was installed', (_, installed) => {
  expect(bootstrap('24.0.0', 'linux', installed)).toMatchObject({ installs: true });
});

it.each(['darwin', 'linux'])(
  'says in a sentence that Node 22 is too old where there is no other, on %s',
  (platform) => {
    expect(bootstrap('22.18.0', platform)).toEqual({
      status: 1,
      says:
        `e-akimat runs on Node 24 or newer; this is v22.18.0, and npm has brought none for ${platform} arm64. ` +
        'Install Node 24 (https://nodejs.org/en/download) and run the command again.',
      installs: false,
    });
  },
);
