import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeArmour, unwrapArmour } from '../../../lib/eds/armour.ts';
import { sequence, octetString, oid } from '../../../lib/signing/der-writer.ts';

const der = sequence(oid('1.2.840.113549.1.7.2'), octetString(Buffer.from('a signature, say, of some length: øøøø')));
const base64 = Buffer.from(der).toString('base64');
const lines = base64.replaceAll(/.{64}/gu, '$&\r\n');
const pem = (label: string, body = lines) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

const armoured: readonly (readonly [string, string])[] = [
  ['base64', base64],
  ['base64 in lines', lines],
  ['blanks around and within', ` \n\t${base64.slice(0, 9)} ${base64.slice(9)}\u00A0\r\n\r\n`],
  ['a byte order mark', `\uFEFF${base64}`],
  ['base64 without padding', base64.replace(/=+$/u, '')],
  ['PEM', pem('CMS')],
  ['PEM of another label', pem('PKCS7')],
  ['PEM of OpenSSL', pem('PKCS #7 SIGNED DATA')],
  ['PEM in one line', `-----BEGIN CMS-----${base64}-----END CMS-----`],
  ['PEM after a byte order mark and blank lines', `\uFEFF\r\n\r\n${pem('CMS').replaceAll('\n', '\r\n')}`],
  ['PEM after an explanation', `subject=CN = ТЕСТ\nissuer=x\n\n${pem('CERTIFICATE')}`],
];

describe('a CMS in a text', () => {
  it.each(armoured)('is read from %s', (_, text) => {
    expect(Buffer.from(decodeArmour(text) ?? []).toString('base64')).toBe(base64);
  });

  it.each(armoured)('is read from a file with %s', (_, text) => {
    const plain = text.replace(/^\uFEFF/u, '');
    for (const file of [text, Buffer.from(`\uFEFF${plain}`, 'utf16le'), Buffer.from(plain, 'utf16le')].map(Buffer.from))
      expect(Buffer.from(unwrapArmour(file)).toString('base64')).toBe(base64);
  });

  it('is read from base64 of a PEM file, but not through three layers', () => {
    const once = Buffer.from(pem('CMS')).toString('base64');
    expect(Buffer.from(decodeArmour(once) ?? []).toString('base64')).toBe(base64);
    const twice = Buffer.from(Buffer.from(once).toString('base64')).toString('base64');
    expect(Buffer.from(unwrapArmour(Buffer.from(twice))).equals(Buffer.from(der))).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['blanks', ' \r\n\uFEFF'],
    ['a word in another alphabet', 'қолтаңба'],
    ['base64url', 'MA-_'],
    ['padding in the middle', 'MA==MAA='],
    ['a digit too many', 'MAA=MAA=A'],
    ['one digit', 'M'],
    ['PEM without a body', pem('CMS', '')],
    ['PEM without an end', `-----BEGIN CMS-----\n${lines}`],
    ['PEM with a header', pem('CMS', `Proc-Type: 4,ENCRYPTED\n\n${lines}`)],
    ['two objects in PEM', pem('CMS') + pem('CMS')],
    ['PEM behind five thousand characters', `${'#'.repeat(5000)}\n${pem('CMS')}`],
  ])('is not found in %s', (_, text) => {
    expect(decodeArmour(text)).toBeUndefined();
  });

  it('is the same wherever blanks are inserted', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1 }), fc.array(fc.nat()), (octets, places) => {
        const text = places.reduce(
          (whole, place) => `${whole.slice(0, place % whole.length)}\n ${whole.slice(place % whole.length)}`,
          Buffer.from(Uint8Array.of(0x30, 0x06, ...octets)).toString('base64'),
        );
        expect([...(decodeArmour(text) ?? [])]).toEqual([0x30, 0x06, ...octets]);
      }),
    );
  });
});

describe('octets that are not text', () => {
  it('are returned unchanged, even with a PEM inside', () => {
    const holding = sequence(oid('1.2.3'), octetString(Buffer.from(pem('CERTIFICATE'))));
    for (const octets of [der, holding, new Uint8Array(), Buffer.from('%PDF-1.7\n')])
      expect(unwrapArmour(octets)).toBe(octets);
  });

  it('are refused if they are a broken PEM', () => {
    expect(() => unwrapArmour(Buffer.from(pem('CMS', '*')))).toThrow('input-malformed');
  });
});
