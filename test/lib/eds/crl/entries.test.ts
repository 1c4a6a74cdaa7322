import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { element, enumerated, generalizedTime, sequence } from '../../../../lib/signing/der-writer.ts';
import { extension } from '../../../../lib/local/authority/extension.ts';
import { RevokedEntries } from '../../../../lib/eds/crl/entries.ts';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';
import { march } from '../path/issue.ts';

const line = (serial: Uint8Array, ...extensions: readonly Uint8Array[]): Uint8Array =>
  sequence(
    element(0x02, serial),
    generalizedTime(march(3)),
    ...(extensions.length > 0 ? [sequence(...extensions)] : []),
  );
const reason = (value: number): Uint8Array => extension('2.5.29.21', enumerated(value));
const serialOf = (number: number): Uint8Array => Uint8Array.of(0x40, number >> 24, number >> 16, number >> 8, number);
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

const codeOf = (content: Uint8Array): string | undefined => {
  try {
    return new RevokedEntries(content, 'issuer').size < 0 ? '' : undefined;
  } catch (error) {
    return error instanceof EdsRefusal ? error.code : 'not a refusal';
  }
};

describe('RevokedEntries', () => {
  it('finds exactly the serial numbers that are listed', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(5_000), { maxLength: 200 }), fc.nat(5_000), (numbers, asked) => {
        const entries = new RevokedEntries(Buffer.concat(numbers.map((number) => line(serialOf(number)))), 'issuer');
        const found = entries.find(hex(serialOf(asked)), 'issuer').length > 0;
        return entries.size === numbers.length && found === numbers.includes(asked);
      }),
      { numRuns: 100 },
    );
  });

  it('reads the reason, and reads an undefined one or none as unspecified', () => {
    const content = Buffer.concat([line(serialOf(1), reason(6)), line(serialOf(2)), line(serialOf(3), reason(99))]);
    const entries = new RevokedEntries(content, 'issuer');
    const reasons = [1, 2, 3].map((number) => entries.find(hex(serialOf(number)), 'issuer')[0]?.reason);
    expect(reasons).toEqual(['certificateHold', 'unspecified', 'unspecified']);
  });

  it('distinguishes a written-out reason that spares earlier signatures from all others and from none', () => {
    const sparing = Array.from({ length: 12 }, (_, code) => {
      const [entry] = new RevokedEntries(line(serialOf(1), reason(code)), 'issuer').find(hex(serialOf(1)), 'issuer');
      return entry?.sparesEarlier === true ? [code] : [];
    });
    expect(sparing.flat()).toEqual([0, 3, 4, 5]);
    expect(new RevokedEntries(line(serialOf(1)), 'issuer').find(hex(serialOf(1)), 'issuer')).toMatchObject([
      { reason: 'unspecified', sparesEarlier: false },
    ]);
  });

  it('finds every line about one certificate', () => {
    const content = Buffer.concat([line(serialOf(1), reason(1)), line(serialOf(2)), line(serialOf(1), reason(8))]);
    const reasons = new RevokedEntries(content, 'issuer').find(hex(serialOf(1)), 'issuer').map((each) => each.reason);
    expect(reasons.toSorted()).toEqual(['keyCompromise', 'removeFromCRL']);
  });

  it('names critical extensions that it does not know', () => {
    const content = line(
      serialOf(1),
      extension('1.2.398.1', enumerated(1), true),
      extension('1.2.398.2', enumerated(1)),
    );
    expect([...new RevokedEntries(content, 'issuer').unknownCritical]).toEqual(['1.2.398.1']);
  });

  it('distinguishes extensions by their whole identifiers, and accepts known critical ones', () => {
    const unknown = ['1.2.29', '1.5.29.29', '2.6.29.29', '2.5.30.29', '2.5.29.29.1'];
    const content = line(
      serialOf(1),
      ...unknown.map((identifier) => extension(identifier, enumerated(1), true)),
      extension('2.5.29.21', enumerated(1), true),
      extension('2.5.29.24', generalizedTime(march(2)), true),
    );
    const entries = new RevokedEntries(content, 'issuer');
    expect([...entries.unknownCritical]).toEqual(unknown);
    expect(entries.find(hex(serialOf(1)), 'issuer')).toEqual([
      { revokedAt: march(3), since: march(2), reason: 'keyCompromise', sparesEarlier: false },
    ]);
  });

  it.each([
    ['a padded serial number', line(Uint8Array.of(0, 1)), 'der-integer'],
    ['no serial number', sequence(generalizedTime(march(1))), 'der-tag-unexpected'],
    ['no date', sequence(element(0x02, Uint8Array.of(1))), 'der-truncated'],
    [
      'a date that is none',
      sequence(element(0x02, Uint8Array.of(1)), element(0x17, Buffer.from('261301000000Z'))),
      'der-time',
    ],
    [
      'something after the extensions',
      sequence(element(0x02, Uint8Array.of(1)), generalizedTime(march(1)), sequence(), element(0x05)),
      'der-field-surplus',
    ],
    ['what is no line', Uint8Array.of(5, 0), 'der-tag-unexpected'],
  ])('refuses %s', (_, content, code) => {
    expect(codeOf(content)).toBe(code);
  });

  const listOf = (size: number): Uint8Array => {
    const superseded = reason(4);
    return Buffer.concat(
      Array.from({ length: size }, (_, number) => line(serialOf(number), ...(number % 2 === 0 ? [superseded] : []))),
    );
  };
  // `npm run bench:eds` measures the speed.
  it('finds each of 100,000 lines and no other', () => {
    const entries = new RevokedEntries(listOf(100_000), 'issuer');
    for (let number = 0; number < 100_000; number += 997)
      expect(entries.find(hex(serialOf(number)), 'issuer')).toHaveLength(1);
    expect(entries.find(hex(serialOf(100_000)), 'issuer')).toEqual([]);
  });
});
