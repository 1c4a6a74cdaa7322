import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  element,
  integer,
  oid,
  printableString,
  sequence,
  setOf,
  utf8String,
} from '../../../../lib/signing/der-writer.ts';
import { basicConstraints, extension, keyUsage } from '../../../../lib/local/authority/extension.ts';
import { parseCrl } from '../../../../lib/eds/crl/crl.ts';
import { readDer } from '../../../../lib/eds/der.ts';
import { readName, sameName } from '../../../../lib/eds/name.ts';
import { parseCertificate } from '../../../../lib/eds/x509/certificate.ts';
import { unwrapArmour } from '../../../../lib/eds/armour.ts';
import { generalName, issueRoot, issueUser, nameConstraints, subjectAltName } from '../path/issue.ts';
import { Work } from '../../../../lib/eds/work.ts';

const fixtures = join(import.meta.dirname, '../../../../../shared/nca');
const present = existsSync(fixtures);
if (!present)
  console.warn('The authority’s fixtures are not there (../shared/nca): their certificates and lists are skipped');
const fixture = (name: string): Uint8Array => unwrapArmour(readFileSync(join(fixtures, name)));

const [cps, notice, nocheck] = ['1.3.6.1.5.5.7.2.1', '1.3.6.1.5.5.7.2.2', '1.3.6.1.5.5.7.48.1.5'] as const;
const policies = (qualifiers: Uint8Array, critical = false) =>
  extension('2.5.29.32', sequence(sequence(oid('1.2.3'), qualifiers)), critical);

describe('parseCertificate', () => {
  it('reads the extensions on which decisions depend', async () => {
    const root = await issueRoot();
    const { certificate } = await issueUser(root, 'User', {
      extensions: [
        basicConstraints(true, 3),
        keyUsage('keyCertSign', 'cRLSign'),
        subjectAltName(generalName.dns('a.kz'), generalName.ip(10, 0, 0, 1)),
        nameConstraints([generalName.dns('kz')]),
      ],
    });
    expect(certificate.extensions).toMatchObject({
      basicConstraints: { ca: true, pathLength: 3 },
      keyUsage: new Set(['keyCertSign', 'cRLSign']),
      subjectAltName: [{ form: 'dns', value: 'a.kz' }, { form: 'ip' }],
      nameConstraints: { permitted: [{ form: 'dns', value: 'kz' }], excluded: [] },
      authorityKeyIdentifier: { keyIdentifier: root.certificate.extensions.subjectKeyIdentifier },
    });
    expect(certificate.unknownCritical).toEqual([]);
  });

  it.each([
    ['the same extension twice', [keyUsage('cRLSign'), keyUsage('cRLSign')], 'extension-duplicate'],
    ['constraints that constrain nothing', [nameConstraints([])], 'extension-malformed'],
    [
      'a subtree that begins deeper',
      [
        extension(
          '2.5.29.30',
          sequence(element(0xa0, sequence(generalName.dns('kz'), element(0x80, Uint8Array.of(1))))),
        ),
      ],
      'extension-malformed',
    ],
    ['an address without a mask', [nameConstraints([generalName.ip(10, 0, 0, 1)])], 'extension-malformed'],
    ['a mask with holes', [nameConstraints([generalName.ip(10, 0, 0, 0, 255, 0, 255, 0)])], 'extension-malformed'],
    ['an empty list of qualifiers', [policies(sequence())], 'extension-malformed'],
    ['a qualifier that says nothing', [policies(sequence(sequence(oid(cps))))], 'der-field-missing'],
    [
      'a policy twice',
      [extension('2.5.29.32', sequence(sequence(oid('1.2.3')), sequence(oid('1.2.3'))))],
      'extension-duplicate',
    ],
    ['a host name that is not ASCII', [subjectAltName(generalName.dns('\u00E9.kz'))], 'der-string'],
    ['octets after the value', [extension('2.5.29.54', Buffer.concat([integer(1), integer(2)]))], 'der-trailing-bytes'],
  ])('refuses %s', async (_, extensions, code) => {
    const root = await issueRoot();
    await expect(issueUser(root, 'User', { extensions })).rejects.toMatchObject({ name: 'EdsRefusal', code });
  });

  const qualified = (...kinds: string[]) => sequence(...kinds.map((kind) => sequence(oid(kind), utf8String('x'))));

  it.each([
    ['known', qualified(cps, notice), true, []],
    ['unknown', qualified(cps, '1.2.3.4'), true, ['1.2.3.4']],
    ['unknown, where the extension is not critical', qualified('1.2.3.4'), false, []],
  ])(
    'decides by their qualifiers whether critical policies are processed: %s',
    async (_, qualifiers, critical, unknown) => {
      const root = await issueRoot();
      const { certificate } = await issueUser(root, 'User', { extensions: [policies(qualifiers, critical)] });
      expect(certificate.unknownCritical).toEqual(unknown);
    },
  );

  it.each([element(0x05), new Uint8Array()])('accepts a critical ocsp-nocheck, whatever its value', async (value) => {
    const root = await issueRoot();
    const { certificate } = await issueUser(root, 'User', { extensions: [extension(nocheck, value, true)] });
    expect(certificate.unknownCritical).toEqual([]);
  });

  it.each(['00', 'ff', '80', '7f'.repeat(20), '7f'.repeat(40)])(
    'reads the serial number %s unchanged',
    async (serial) => {
      // RFC 5280 4.1.2.2 forbids authorities zero, negative and longer numbers, and tells users to be ready for them.
      const { certificate } = await issueRoot();
      const [tbs, algorithm, signature] = readDer(certificate.der).children;
      const fields = tbs!.children.map(({ raw }) => raw).with(1, element(0x02, Buffer.from(serial, 'hex')));
      expect(parseCertificate(sequence(sequence(...fields), algorithm!.raw, signature!.raw)).serial).toBe(serial);
    },
  );

  it('refuses a different algorithm inside and outside', async () => {
    const { certificate } = await issueRoot();
    const [tbs, , signature] = readDer(certificate.der).children.map(({ raw }) => raw);
    const other = sequence(oid('1.2.840.113549.1.1.11'), element(0x05));
    const spoilt = sequence(tbs ?? other, other, signature ?? other);
    expect(() => parseCertificate(spoilt)).toThrow('certificate-algorithm-mismatch');
  });

  it('refuses extensions before version 3', async () => {
    const { certificate } = await issueRoot();
    const [tbs, algorithm, signature] = readDer(certificate.der).children;
    const fields = tbs?.children.slice(1).map(({ raw }) => raw) ?? [];
    const spoilt = sequence(sequence(...fields), algorithm?.raw ?? integer(0), signature?.raw ?? integer(0));
    expect(() => parseCertificate(spoilt)).toThrow('certificate-version');
  });
});

describe('names', () => {
  const name = (...values: readonly Uint8Array[]) =>
    readName(readDer(sequence(...values.map((value) => setOf(sequence(oid('2.5.4.3'), value))))));

  it('are the same without regard to case, white space and string type', () => {
    expect(sameName(name(printableString('Astana  City')), name(utf8String(' astana city ')))).toBe(true);
    expect(sameName(name(utf8String('ӘКІМ')), name(utf8String('әкім')))).toBe(true);
    expect(sameName(name(utf8String('ＫＺ')), name(utf8String('kz')))).toBe(true);
  });

  it('differ by order, by number and by type', () => {
    expect(sameName(name(utf8String('a'), utf8String('b')), name(utf8String('b'), utf8String('a')))).toBe(false);
    expect(sameName(name(utf8String('a')), name(utf8String('a'), utf8String('a')))).toBe(false);
    expect(sameName(name(utf8String('1')), name(integer(1)))).toBe(false);
  });

  it('cannot present one attribute as two', () => {
    const one = name(utf8String('a,2.5.4.3=1:b'));
    const two = name(utf8String('a'), utf8String('b'));
    expect(sameName(one, two)).toBe(false);
  });
});

(present ? describe : describe.skip)('the authority’s fixtures', () => {
  const work = new Work();
  const { cache } = work;
  const certificate = (file: string) => cache.certificate(fixture(file));

  it.each([
    ['individual_valid_sign_2004_rsa.cer', 'nca_rsa_test.crt'],
    ['ceo_valid_sign_2004_gost.cer', 'nca_gost_test.crt'],
  ])('%s is signed by the key of %s', (user, authority) => {
    expect(work.signature(certificate(user), certificate(authority).publicKey.der)).toBe('valid');
    expect(certificate(user).issuer.canonical).toBe(certificate(authority).subject.canonical);
  });

  it.each([
    ['nca_rsa_test.crl', 'nca_rsa_test.crt', 126],
    ['nca_gost_test.crl', 'nca_gost_test.crt', 31],
    ['nca_gost2022_test.crl', 'nca_gost2015_test.cer', 6],
  ])('%s is signed by the key of %s and has its lines', (list, authority, size) => {
    const crl = parseCrl(fixture(list));
    expect(work.signature(crl, certificate(authority).publicKey.der)).toBe('valid');
    expect(crl.entries.size).toBe(size);
    expect(crl.unknownCritical).toEqual([]);
  });
});
