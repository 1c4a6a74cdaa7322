import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { findDemoKeys } from '../../../../lib/local/demo/find-demo-keys.ts';
import type { DemoPerson } from '../../../../lib/local/demo/people-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'demo-keys-'));
mkdirSync(join(dir, 'keys'));
for (const name of ['azamat', 'azamat-auth', 'azamat-gost', 'somebody-elses'])
  writeFileSync(join(dir, 'keys', `${name}.p12`), name);
const azamat: DemoPerson = {
  ...{
    role: 'applicant',
    name: 'Демо Азамат',
    iin: '900315390115',
    email: 'a@example',
    language: 'kk',
    revoked: false,
  },
  ...{ password: 'to sign in with', keyPassword: 'of the key' },
  ...{ keyFile: 'keys/azamat.p12', authKeyFile: 'keys/azamat-auth.p12', gostKeyFile: 'keys/azamat-gost.p12' },
};
const find = (path: string) => findDemoKeys(dir, [azamat], path);

it('lists the demo people and their keys by purpose, and no password', () => {
  const gost = { family: 'GOST', file: 'azamat-gost.p12' };
  const keys = {
    signature: [{ family: 'RSA', file: 'azamat.p12' }, gost],
    authentication: [{ family: 'RSA', file: 'azamat-auth.p12' }, gost],
  };
  expect(find('/local/demo-keys')).toEqual([{ name: 'Демо Азамат', iin: '900315390115', revoked: false, keys }]);
});

it('gives a key file of a demo person with the password of the key', () => {
  const file = Buffer.from('azamat-gost').toString('base64');
  expect(find('/local/demo-keys/azamat-gost.p12')).toEqual({ file, password: 'of the key' });
});

it.each([
  '/local/demo-keys/somebody-elses.p12',
  '/local/demo-keys/../people.json',
  '/local/demo-keys/keys/azamat.p12',
  '/local/demo-keys/',
  '/local/demo-keys?x',
  '/azamat.p12',
])('gives nothing else: %s', (path) => {
  expect(find(path)).toBeUndefined();
});
