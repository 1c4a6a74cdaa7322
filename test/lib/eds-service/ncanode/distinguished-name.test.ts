import { describe, expect, it } from '@jest/globals';
import { writeName } from '../../../../lib/eds-service/ncanode/distinguished-name.ts';
import type { Name, NameAttribute } from '../../../../lib/eds/name.ts';

const nameOf = (...attributes: readonly [string, string][]): Name => ({
  der: new Uint8Array(),
  attributes: attributes.map(([oid, value]): NameAttribute => ({ oid, value })),
  rdns: [],
  canonical: '',
});

describe('a name as Java writes it', () => {
  it('begins with the last attribute, as in NCANode’s own example', () => {
    const name = nameOf(
      ['2.5.4.3', 'ТЕСТОВ ТЕСТ'],
      ['2.5.4.4', 'ТЕСТОВ'],
      ['2.5.4.5', 'IIN123456789011'],
      ['2.5.4.6', 'KZ'],
      ['2.5.4.10', 'АО "ТЕСТ"'],
      ['2.5.4.11', 'BIN123456789021'],
      ['2.5.4.42', 'ТЕСТОВИЧ'],
    );
    expect(writeName(name)).toBe(
      'GIVENNAME=ТЕСТОВИЧ, OU=BIN123456789021, O="АО \\"ТЕСТ\\"", C=KZ, SERIALNUMBER=IIN123456789011, SURNAME=ТЕСТОВ, CN=ТЕСТОВ ТЕСТ',
    );
  });

  it.each([
    ['a, b', '"a, b"'],
    ['a\\b', '"a\\\\b"'],
    [' a', '" a"'],
    ['a  b', '"a  b"'],
    ['a=b', '"a=b"'],
    ['a b', 'a b'],
  ])('quotes %j as %j', (value, written) => {
    expect(writeName(nameOf(['2.5.4.3', value]))).toBe(`CN=${written}`);
  });

  it('names an attribute without a keyword by its OID', () => {
    expect(writeName(nameOf(['1.2.3', 'x']))).toBe('OID.1.2.3=x');
    expect(writeName(nameOf())).toBe('');
  });
});
