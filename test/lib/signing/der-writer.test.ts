import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDer, readInteger, readNamedBits, readOctetString, readOid, readTime } from '../../../lib/eds/der.ts';
import {
  element,
  generalizedTime,
  integer,
  namedBits,
  octetString,
  oid,
  setOf,
  time,
} from '../../../lib/signing/der-writer.ts';

describe('what is written as DER is read as DER', () => {
  it('integers', () =>
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 600n }), (value) => readInteger(readDer(integer(value))) === value),
    ));

  it('object identifiers', () => {
    const arcs = fc.tuple(fc.constantFrom(0, 1, 2), fc.nat(39), fc.array(fc.nat(), { minLength: 1, maxLength: 8 }));
    fc.assert(
      fc.property(arcs, ([root, second, rest]) => {
        const dotted = [root, second, ...rest].join('.');
        expect(readOid(readDer(oid(dotted)))).toBe(dotted);
      }),
    );
  });

  it('octet strings of every form of length', () => {
    for (const length of [0, 1, 127, 128, 255, 256, 65_535, 65_536]) {
      expect(readOctetString(readDer(octetString(new Uint8Array(length)))).length).toBe(length);
    }
  });

  it('named bits, without trailing zeros', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(20)), (bits) => {
        expect(readNamedBits(readDer(namedBits(...bits)))).toEqual(new Set(bits));
      }),
    ));

  it('times through 2049 as UTCTime and later ones as GeneralizedTime', () => {
    const at = (year: number): Date => new Date(Date.UTC(year, 5, 7, 8, 9, 10));
    expect(time(at(2049))[0]).toBe(0x17);
    expect(time(at(2050))[0]).toBe(0x18);
    for (const year of [1950, 1999, 2000, 2026, 2049, 2050, 2999])
      expect(readTime(readDer(time(at(year))))).toEqual(at(year));
    expect(readTime(readDer(generalizedTime(at(2026))))).toEqual(at(2026));
  });

  it('sets in ascending order, whatever order they came in', () =>
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 6 })), (contents) => {
        const elements = contents.map((content) => element(0x04, content));
        expect(setOf(...elements)).toEqual(setOf(...elements.toReversed()));
      }),
    ));
});
