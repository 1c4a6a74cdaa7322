import { describe, expect, it } from '@jest/globals';
import { signCertificate } from '../../lib/local/authority/certificate.ts';
import { generateKey } from '../../lib/local/authority/key-pairs.ts';
import { distinguishedName } from '../../lib/local/authority/name.ts';
import { writePkcs12, type KeyFile } from '../../lib/local/authority/pkcs12.ts';
import { seededRandom, systemRandom } from '../../lib/local/authority/random.ts';
import { readPkcs12 } from '../../lib/local/authority/read-pkcs12.ts';
import { keyFamilies, type KeyFamily } from '../../lib/local/authority/signing-key.ts';
import { openssl, written } from './openssl.ts';

const password = 'demo-құпия-пароль';

async function keyFile(family: KeyFamily): Promise<KeyFile> {
  const privateKey = await generateKey(family, seededRandom(family));
  const name = distinguishedName(['commonName', 'ДЕМО']);
  const certificate = signCertificate(
    {
      serial: Uint8Array.of(0x42),
      issuer: name,
      subject: name,
      notBefore: new Date('2026-01-01T00:00:00Z'),
      notAfter: new Date('2027-01-01T00:00:00Z'),
      spki: privateKey.spki,
      extensions: [],
    },
    privateKey,
  );
  return { privateKey, certificate, chain: [] };
}

describe.each(keyFamilies)('a key file of %s', (family) => {
  it.each(['modern', 'national'] as const)('opens with its password, written the %s way', async (style) => {
    const file = await keyFile(family);
    const opened = readPkcs12(writePkcs12(file, password, systemRandom, style), password);
    expect(opened.privateKey.pkcs8).toEqual(file.privateKey.pkcs8);
    expect(opened.privateKey.family).toBe(family);
    expect(Buffer.from(opened.certificate).equals(file.certificate)).toBe(true);
    expect(() => readPkcs12(writePkcs12(file, password, systemRandom, style), 'another')).toThrow(
      'wrong key file password',
    );
  });

  it('is the same for the same randomness', async () => {
    const file = await keyFile(family);
    expect(writePkcs12(file, password, seededRandom('a'))).toEqual(writePkcs12(file, password, seededRandom('a')));
  });
});

it('is opened by openssl as it is', async () => {
  const { file = '' } = written({ file: writePkcs12(await keyFile('rsa'), 'demo-password', systemRandom) });
  const opened = openssl('pkcs12', '-in', file, '-passin', 'pass:demo-password', '-nodes');
  if (opened) expect(opened).toMatchObject({ ok: true, output: expect.stringContaining('BEGIN PRIVATE KEY') });
  const refused = openssl('pkcs12', '-in', file, '-passin', 'pass:another', '-nodes');
  if (refused) expect(refused.ok).toBe(false);
});
