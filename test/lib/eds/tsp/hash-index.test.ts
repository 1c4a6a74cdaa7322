import { describe, expect, it } from '@jest/globals';
import { readDer } from '../../../../lib/eds/der.ts';
import { EdsRefusal } from '../../../../lib/eds/refusal.ts';
import { mostHashes, parseHashIndex } from '../../../../lib/eds/tsp/hash-index.ts';
import { integer, octetString, oid, sequence } from '../../../../lib/signing/der-writer.ts';

const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'));
const hashes = (number: number) =>
  sequence(...Array.from({ length: number }, (_, place) => octetString(Uint8Array.of(place % 256))));
const index = (...counts: readonly number[]) => sequence(sha256, ...counts.map(hashes));
const parse = (der: Uint8Array) => parseHashIndex(readDer(der, { elements: 20_000 }));

describe('the index of an archive timestamp', () => {
  it('lists the hashes of three sets', () => {
    const { algorithm, certificates, revocations, attributes, der } = parse(index(1, 2, 3));
    expect({
      oid: algorithm.oid,
      lengths: [certificates, revocations, attributes].map(({ length }) => length),
    }).toEqual({
      oid: '2.16.840.1.101.3.4.2.1',
      lengths: [1, 2, 3],
    });
    expect(der).toEqual(index(1, 2, 3));
  });

  it('has no more hashes in all than a signature can have elements', () => {
    expect(parse(index(mostHashes - 2, 1, 1)).certificates).toHaveLength(mostHashes - 2);
    expect(() => parse(index(mostHashes - 1, 1, 1))).toThrow(EdsRefusal);
  });

  it.each([
    ['a list less', index(1, 2)],
    ['a list more', index(1, 2, 3, 4)],
    ['another type of hash', sequence(sha256, sequence(integer(1)), sequence(), sequence())],
    ['no algorithm (it has no default since version 3)', sequence(hashes(1), hashes(1), hashes(1))],
  ])('is refused with %s', (_, der) => {
    expect(() => parse(der)).toThrow(EdsRefusal);
  });
});
