import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { keepTrustMaterial } from '../../../lib/adapters/trust/trust-material.ts';
import { openFolders } from '../../../lib/eds-service/folder-trust.ts';
import { later, openService, type Service } from './example.ts';

const folder = mkdtempSync(join(tmpdir(), 'eds-folders-'));
const path = (...parts: string[]) => join(folder, ...parts);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the folders of the trust material', () => {
  let service: Service;
  beforeEach(async () => {
    service ??= await openService('rsa');
    for (const each of ['anchors', 'crls']) rmSync(path(each), { recursive: true, force: true });
    mkdirSync(path('anchors', 'deeper'), { recursive: true });
    mkdirSync(path('crls'));
    service.example.certificates.forEach((der, place) => writeFileSync(path('anchors', `${place}.cer`), der));
    service.example.crls.forEach((der, place) => writeFileSync(path('crls', `${place}.crl`), der));
  });
  const folders = () => openFolders({ certificates: [path('anchors')], crls: [path('crls')] });

  it('reads every file, and an unchanged one once', async () => {
    const opened = folders();
    const first = await opened.readAll('crls/', '.crl');
    const second = await opened.readAll('crls/', '.crl');
    expect([...first.keys()]).toEqual([path('crls', '0.crl'), path('crls', '1.crl')]);
    // The same array, because the core’s cache knows arrays.
    for (const [name, bytes] of first) expect(second.get(name)).toBe(bytes);
    writeFileSync(path('crls', '1.crl'), 'other');
    const third = await opened.readAll('crls/', '.crl');
    expect(third.get(path('crls', '0.crl'))).toBe(first.get(path('crls', '0.crl')));
    expect(Buffer.from(third.get(path('crls', '1.crl'))!).toString()).toBe('other');
    expect((await opened.readAll('certificates/', '.cer')).size).toBe(2);
  });

  it('a list that was replaced counts from the next minute on', async () => {
    const person = await service.example.person('Азамат');
    let seconds = 0;
    const clock = () => new Date(later.getTime() + seconds * 1000);
    const needs = service.needsOf({ clock, material: keepTrustMaterial(folders()) });
    const certs = [Buffer.from(person.certificate).toString('base64')];
    const valid = async () => (await service.ask('/x509/info', { certs }, needs)).body['valid'];
    expect(await valid()).toBe(true);
    service.listsRevoking(person).forEach((der, place) => writeFileSync(path('crls', `${place}.crl`), der));
    seconds = 59;
    expect(await valid()).toBe(true);
    seconds = 61;
    expect(await valid()).toBe(false);
  });

  it('keeps what it has while a folder cannot be read', async () => {
    const material = keepTrustMaterial(folders());
    expect((await material(later)).crls).toHaveLength(2);
    rmSync(path('crls'), { recursive: true });
    expect((await material(new Date(later.getTime() + 61_000))).crls).toHaveLength(2);
    await expect(keepTrustMaterial(folders())(later)).rejects.toThrow();
  });
});
