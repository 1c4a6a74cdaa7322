import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { assert, integer, pre, property, uint8Array } from 'fast-check';
import {
  checkCharacter,
  formatDocumentNumber,
  readDocumentNumber,
  verificationUrl,
} from '../../../../lib/domain/output/number.ts';

const parts = { region: 'south-kazakhstan', service: 'unemployed-certificate', year: 2026, sequence: 123 };
const numberOf = (nonce: Uint8Array, sequence = 123) => formatDocumentNumber({ ...parts, sequence, nonce });
const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const nonces = uint8Array({ minLength: 5, maxLength: 5 });

describe('a document number', () => {
  it('ends with the check character of ISO 7064 MOD 37,36 (example of the GRid standard)', () => {
    expect(checkCharacter('A1-2425G-ABC1234002')).toBe('M');
  });

  it('names region, service, year and sequence, and five random bytes', () => {
    expect(numberOf(Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff))).toMatch(/^SK-UC-2026-000123-ZZZZZZZZ-[0-9A-Z]$/);
    expect(numberOf(new Uint8Array(5), 1234567)).toMatch(/^SK-UC-2026-1234567-00000000-[0-9A-Z]$/);
    expect(formatDocumentNumber({ ...parts, region: 'akmola', nonce: new Uint8Array(5) })).toMatch(/^AK-UC-/);
  });

  it('differs for every random bit', () => {
    assert(
      property(nonces, nonces, (one, other) => {
        pre(Buffer.compare(one, other) !== 0);
        expect(numberOf(one)).not.toBe(numberOf(other));
      }),
    );
  });

  it('is read back as it was written', () => {
    assert(
      property(nonces, integer({ min: 1, max: 999_999_999 }), (nonce, sequence) => {
        const number = numberOf(nonce, sequence);
        expect(readDocumentNumber(number)).toBe(number);
      }),
    );
  });

  it('is read from a Russian keyboard, in small letters, with other dashes and with spaces', () => {
    const number = numberOf(Uint8Array.of(0, 0, 0, 0, 1));
    expect(readDocumentNumber(` ${number.toLowerCase().replaceAll('-', ' – ')} `)).toBe(number);
    expect(readDocumentNumber(` ${number.toLowerCase().replaceAll('-', '  ')} `)).toBe(number);
    expect(readDocumentNumber(number.replace('SK', 'SК').replace('-0000000', '-OOOOOOO'))).toBe(number);
  });

  it('is refused if any one character is changed', () => {
    const number = numberOf(randomBytes(5));
    for (const [at, was] of number.split('').entries())
      for (const character of alphanumeric) {
        if (was === '-' || character === was) continue;
        const read = readDocumentNumber(number.slice(0, at) + character + number.slice(at + 1));
        expect([undefined, number]).toContain(read);
      }
  });

  it.each(['', '-', 'SK-UC-2026-000123', 'x'.repeat(100_000), '../../etc/passwd', 'SK-UC-2026-000123-77CNM07Z-K-1'])(
    'refuses %#',
    (typed) => expect(readDocumentNumber(typed)).toBeUndefined(),
  );

  it('needs five bytes and a positive sequence', () => {
    expect(() => numberOf(new Uint8Array(4))).toThrow(RangeError);
    expect(() => numberOf(new Uint8Array(5), 0)).toThrow(RangeError);
  });

  it('is in the address that its QR code opens', () => {
    expect(verificationUrl('https://a.kz/', 'SK-1')).toBe('https://a.kz/documents/SK-1');
  });
});
