import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { verifySignature } from '../../../../lib/eds/algorithms.ts';
import { Budget } from '../../../../lib/eds/budget.ts';
import { Message } from '../../../../lib/eds/message.ts';
import { Fields, readDer, readOid } from '../../../../lib/eds/der.ts';
import { writePkcs12 } from '../../../../lib/local/authority/pkcs12.ts';
import { seededRandom } from '../../../../lib/local/authority/random.ts';
import { openKeyFile } from '../../../../lib/signing/pkcs12/open-key-file.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';
import type { PersonKey } from '../../../../lib/signing/signing-key.ts';
import { openssl, written } from '../../local/authority/openssl.ts';
import { password, selfSigned } from './file.ts';

const message = new TextEncoder().encode('өтініш');

async function signs(key: PersonKey): Promise<string> {
  const oid = readOid(new Fields(readDer(key.signatureAlgorithm)).any());
  return verifySignature({ oid }, key.spki, new Message(message), await key.sign(message), new Budget());
}

describe.each(['rsa', 'gost-2015', 'gost-2004'] as const)('a key file of %s', (family) => {
  it.each(['modern', 'national'] as const)('opens with its password, written in the %s form', async (style) => {
    const file = await selfSigned(family);
    const octets = await writePkcs12(file, password, systemRandom, style);
    const { signers, chain } = await openKeyFile(octets, password);
    expect([signers.length, chain.length]).toEqual([1, 0]);
    expect(signers[0].privateKey.family).toBe(family);
    expect(signers[0].privateKey.spki).toEqual(file.privateKey.spki);
    expect(signers[0].certificate).toEqual(file.certificate);
    expect(await signs(signers[0].privateKey)).toBe('valid');
    for (const other of ['another', '', `${password} `])
      await expect(openKeyFile(octets, other)).rejects.toMatchObject({ reason: 'wrong-password' });
  });

  it('is the same for the same random bytes', async () => {
    const file = await selfSigned(family);
    const [first, second] = [seededRandom('a'), seededRandom('a')];
    expect(await writePkcs12(file, password, first)).toEqual(await writePkcs12(file, password, second));
  });
});

it('returns the other certificates in order', async () => {
  const [own, root] = [await selfSigned('gost-2015'), await selfSigned('rsa')];
  const octets = await writePkcs12({ ...own, chain: [root.certificate] }, password, systemRandom);
  expect((await openKeyFile(octets, password)).chain).toEqual([root.certificate]);
});

it('refuses a key without its certificate, and a kind of key that no authority issues here', async () => {
  const [own, other] = [await selfSigned('rsa'), await selfSigned('gost-2015')];
  const strange = await writePkcs12({ ...own, certificate: other.certificate }, password, systemRandom);
  await expect(openKeyFile(strange, password)).rejects.toMatchObject({ reason: 'no-key' });
  const ecdsa = await writePkcs12(await selfSigned('ecdsa'), password, systemRandom);
  await expect(openKeyFile(ecdsa, password)).rejects.toMatchObject({
    reason: 'unsupported',
    detail: '1.2.840.10045.2.1',
  });
});

it('is opened by openssl unchanged', async () => {
  const content = await writePkcs12(await selfSigned('rsa'), 'demo-password', systemRandom);
  const { file = '' } = written({ file: content });
  const opened = openssl('pkcs12', '-in', file, '-passin', 'pass:demo-password', '-nodes');
  if (opened) expect(opened).toMatchObject({ ok: true, output: expect.stringContaining('BEGIN PRIVATE KEY') });
  const refused = openssl('pkcs12', '-in', file, '-passin', 'pass:another', '-nodes');
  if (refused) expect(refused.ok).toBe(false);
});

describe('a key file that openssl wrote', () => {
  const key = openssl('version') && written({ key: '', certificate: '' });
  const ways: readonly (readonly string[])[] = [
    [],
    ['-keypbe', 'AES-128-CBC', '-certpbe', 'AES-256-CBC', '-macalg', 'sha512', '-iter', '10000'],
    ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'],
    ['-keypbe', 'NONE', '-certpbe', 'NONE', '-macalg', 'sha384'],
  ];
  it.each(ways.map((way) => [way.join(' ') || 'by its defaults', way] as const))('opens: %s', async (_, way) => {
    if (!key) return;
    const { key: keyFile = '', certificate = '' } = key;
    const made = openssl(
      ...[
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-noenc',
        '-keyout',
        keyFile,
        '-out',
        certificate,
        '-subj',
        '/CN=demo',
      ],
    );
    expect(made).toMatchObject({ ok: true });
    const out = `${certificate}.p12`;
    const packed = openssl(
      ...['pkcs12', '-export', '-inkey', keyFile, '-in', certificate, '-out', out, '-passout', 'pass:Aa1', ...way],
    );
    expect(packed).toMatchObject({ ok: true });
    const { signers } = await openKeyFile(readFileSync(out), 'Aa1');
    expect(await signs(signers[0].privateKey)).toBe('valid');
  });
});
