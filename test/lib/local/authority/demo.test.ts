import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readIin } from '../../../../lib/domain/identity/iin.ts';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';
import { verifyEds, type Expected } from '../../../../lib/eds/verify.ts';
import { indefinite } from '../../../../lib/local/authority/indefinite.ts';
import { openKeyFile } from '../../../../lib/signing/pkcs12/open-key-file.ts';
import { signDetached } from '../../../../lib/signing/sign-detached.ts';
import { authorityFolder, demoPeople, openDemo, type Demo } from '../../../../lib/local/demo/demo.ts';
import type { DemoPerson } from '../../../../lib/local/demo/people-file.ts';

const now = new Date();
const dir = mkdtempSync(join(tmpdir(), 'e-akimat-demo-'));
let demo: Demo;
beforeAll(async () => {
  demo = await openDemo({ dir, now });
});

type KeyKind = 'keyFile' | 'authKeyFile' | 'gostKeyFile';

async function verdict(person: DemoPerson, kind: KeyKind, expected: Expected = {}, from: Demo = demo) {
  const { signers } = await openKeyFile(readFileSync(join(dir, person[kind])), person.keyPassword);
  const content = Buffer.from('өтініш');
  const anchors = from.anchors.map((der) => `${createHash('sha256').update(der).digest('hex')}=persons+timestamps`);
  const cms = await signDetached(content, signers[0], now);
  const report = verifyEds({
    cms: kind === 'gostKeyFile' ? indefinite(cms) : cms,
    content,
    at: now,
    profile: findProfile('demo', anchors)!,
    certificates: [...from.anchors, ...from.intermediates],
    crls: from.crls,
    expected: { iin: person.iin, ...expected },
  });
  return report.verdict;
}

describe('the demo people', () => {
  it('have names that contain "demo" and numbers with valid check digits', () => {
    expect(new Set(demo.people.map(({ iin }) => iin)).size).toBe(demo.people.length);
    for (const { name, iin } of demo.people) {
      expect(name).toMatch(/^Демо /);
      expect(readIin(iin)).toEqual(expect.objectContaining({ birthDate: expect.any(String) }));
    }
  });

  it('sign with RSA and with GOST, and the signature passes for their IIN', async () => {
    for (const person of demo.people.filter(({ revoked }) => !revoked)) {
      const whole = [await verdict(person, 'keyFile'), await verdict(person, 'gostKeyFile')];
      expect([person.name, ...whole]).toEqual([person.name, 'passed', 'passed']);
    }
  });

  it('sign in with the authentication key, and cannot sign an application with it', async () => {
    const [person] = demo.people;
    expect(await verdict(person!, 'authKeyFile', { purpose: 'authentication' })).toBe('passed');
    expect(await verdict(person!, 'authKeyFile')).toBe('failed');
  });

  it('are refused when their certificates are revoked', async () => {
    const revoked = demo.people.find((person) => person.revoked)!;
    expect(await verdict(revoked, 'keyFile')).toBe('failed');
    expect(await verdict(revoked, 'gostKeyFile')).toBe('failed');
  });

  it('of an office sign as its employees, and its head signs as the head', async () => {
    const officer = demo.people.find(({ role }) => role === 'mio-officer')!;
    const head = demo.people.find(({ role }) => role === 'mio-head')!;
    expect(await verdict(officer, 'keyFile', { role: 'employee' })).toBe('passed');
    expect(await verdict(head, 'gostKeyFile', { role: 'first-head' })).toBe('passed');
    expect(await verdict(officer, 'keyFile', { role: 'first-head' })).toBe('failed');
  });
});

describe('the files of the demo authority', () => {
  it('keep private keys and passwords from other users of the machine', () => {
    const secrets = [
      ...readdirSync(join(dir, 'keys')).map((name) => join(dir, 'keys', name)),
      ...['rsa', 'gost-2015'].flatMap((family) =>
        ['root', 'nca', 'ocsp', 'tsa'].map((part) => join(authorityFolder(dir), family, `${part}.key`)),
      ),
      join(dir, 'people.json'),
    ];
    expect(secrets.length).toBeGreaterThan(30);
    for (const file of secrets) expect([file, statSync(file).mode & 0o077]).toEqual([file, 0]);
  });

  it('are kept by the next start, with newer lists', async () => {
    const later = new Date(now.getTime() + 24 * 3600 * 1000);
    const again = await openDemo({ dir, now: later });
    expect(again).toMatchObject({ created: false, people: demo.people, anchors: demo.anchors });
    expect(again.crls).not.toEqual(demo.crls);
    expect(demoPeople(dir)).toEqual(demo.people);
  });

  it('are completed if a first start was interrupted', async () => {
    rmSync(join(dir, 'people.json'));
    expect(() => demoPeople(dir)).toThrow('no demo people');
    const made = await openDemo({ dir, now });
    expect(made.created).toBe(true);
    expect(await verdict(made.people[0]!, 'keyFile', {}, made)).toBe('passed');
  });
});
