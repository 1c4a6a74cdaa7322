import { describe, expect, it } from '@jest/globals';
import { readBer, readDer } from '../../../lib/eds/der.ts';
import { readIssuerName, readName } from '../../../lib/eds/name.ts';
import { distinguishedName } from '../../../lib/local/authority/name.ts';

const nameOf = (commonName: string): Uint8Array =>
  new Uint8Array(distinguishedName(['commonName', commonName], ['country', 'KZ']));

describe('an issuer’s name', () => {
  it('reads like any name, the first time and again, one after another in every place', () => {
    for (const _ of [1, 2])
      for (let number = 0; number < 2000; number++) {
        const der = nameOf(`Authority ${number}`);
        expect(readIssuerName(readDer(der))).toEqual(readName(readDer(der)));
      }
  });

  it('is kept separately from its document', () => {
    const der = nameOf('Kept apart');
    const document = new Uint8Array([...der, ...new Uint8Array(1000)]);
    readIssuerName(readDer(document.subarray(0, der.length)));
    const again = readIssuerName(readDer(der));
    document.fill(0);
    expect(again.der.buffer.byteLength).toBe(der.length);
    expect(again).toEqual(readName(readDer(der)));
  });

  it('in BER form is refused in a DER document, although a BER document had it before', () => {
    const inDer = nameOf('Written in BER');
    // A length of two octets where one is enough.
    const inBer = Uint8Array.of(0x30, 0x81, ...inDer.subarray(1));
    expect(readIssuerName(readBer(inBer)).canonical).toBe(readName(readDer(inDer)).canonical);
    expect(() => readIssuerName(readDer(inBer))).toThrow('der-length-form');
    // First read within a BER document.
    const outer = readBer(Uint8Array.of(0x30, 0x80, ...inBer, 0, 0)).children[0]!;
    expect(readIssuerName(outer).canonical).toBe(readName(readDer(inDer)).canonical);
    expect(() => readIssuerName(readDer(inBer))).toThrow('der-length-form');
  });

  it('that is too long to be kept is still read', () => {
    const der = nameOf('x'.repeat(600));
    expect(readIssuerName(readDer(der))).toEqual(readIssuerName(readDer(der)));
  });
});
