import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openExample } from '../../lib/local/cards/example-signatures.ts';
import { certificatesVerified, cmsVerified, refused } from '../lib/eds-service/ncanode/shapes.ts';
import { runCommand } from './run-command.ts';

const entry = join(import.meta.dirname, '../../bin/eds.ts');
const folder = mkdtempSync(join(tmpdir(), 'eds-serve-'));
const file = (...parts: string[]) => join(folder, ...parts);
const base64 = (octets: Uint8Array) => Buffer.from(octets).toString('base64');

describe('eds serve', () => {
  const content = Buffer.from('Құжат');
  let cms: Uint8Array;
  let certificate: Uint8Array;
  let server: ChildProcess;
  let url = '';

  beforeAll(async () => {
    const example = await openExample('gost-2015', new Date(Date.now() - 120_000));
    for (const name of ['anchors', 'certificates', 'crls']) mkdirSync(file(name));
    writeFileSync(file('anchors', 'root.cer'), example.authority.root.certificate);
    writeFileSync(file('certificates', 'nca.cer'), example.authority.nca.certificate);
    example.crls.forEach((der, place) => writeFileSync(file('crls', `${place}.crl`), der));
    cms = await example.sign(content);
    ({ certificate } = await example.person('Азамат'));
    const trust = ['--anchors', file('anchors'), '--certificates', file('certificates'), '--crls', file('crls')];
    server = spawn(process.execPath, [entry, 'serve', ...trust, '--profile', 'demo', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: server.stdout! }), 'line')) as [string];
    url = line.replace('eds: ', '');
  });
  afterAll(async () => {
    const ended = once(server, 'exit');
    server.kill('SIGTERM');
    // It ends by itself, and says that nothing was wrong.
    expect(await ended).toEqual([0, null]);
    rmSync(folder, { recursive: true });
  });

  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  it('listens on the loopback address and is up', async () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
    const health = await fetch(`${url}/actuator/health`);
    expect(await health.json()).toMatchObject({ status: 'UP', lists: { current: 2 } });
  });

  it('answers the calls that NCANode documents', async () => {
    const asked = { cms: base64(cms), data: base64(content), revocationCheck: ['OCSP', 'CRL'] };
    expect(cmsVerified.parse((await post('/cms/verify', asked)).body)).toMatchObject({
      valid: true,
      signers: [{ certificates: [{ subject: { iin: '900315390018' } }], tsp: { policy: '1.2.398.3.3.2.6.2' } }],
    });
    const other = { ...asked, data: base64(Buffer.from('other')) };
    expect((await post('/cms/verify', other)).body).toMatchObject({ valid: false });
    const info = await post('/x509/info', { certs: [base64(certificate)], revocationCheck: ['CRL'] });
    expect(certificatesVerified.parse(info.body)).toMatchObject({ valid: true, signers: [{ valid: true }] });
    const extracted = await post('/cms/extract', { cms: base64(cms) });
    expect(refused.parse(extracted.body)).toMatchObject({ status: 400, code: 'cms/no-content' });
    const key = await post('/pkcs12/info', { keys: [{ key: 'MAA=', password: 'secret' }] });
    expect(refused.parse(key.body)).toMatchObject({ status: 501, code: 'route/not-offered' });
  });

  it('does not start without anchors, or on a port that is taken', async () => {
    const port = new URL(url).port;
    const none = await runCommand('eds', { args: ['serve'] });
    expect(none).toMatchObject({ code: 64, complaint: expect.stringContaining('--anchors DIR is needed') });
    const taken = await runCommand('eds', { args: ['serve', '--anchors', file('anchors'), '--port', port] });
    expect(taken).toMatchObject({ code: 64, complaint: expect.stringContaining(`port ${port}`) });
    const wrong = await runCommand('eds', { args: ['serve', '--anchors', file('anchors'), '--port', '65536'] });
    expect(wrong).toMatchObject({ code: 64, complaint: expect.stringContaining('--port') });
  });
});
