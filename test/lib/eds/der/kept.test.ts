import { describe, expect, it } from '@jest/globals';
import { readDer, readOid } from '../../../../lib/eds/der.ts';
import { Kept } from '../../../../lib/eds/der/kept.ts';
import { oid } from '../../../../lib/signing/der-writer.ts';

describe('the kept result of reading repeated octets', () => {
  it('is found by all of its octets, wherever they are in a document', () => {
    const kept = new Kept<string>(4);
    kept.keep(Uint8Array.of(1, 2, 3), 'found');
    expect(kept.find(Uint8Array.of(9, 1, 2, 3, 9), 1, 4)).toBe('found');
    expect(kept.find(Uint8Array.of(1, 2), 0, 2)).toBeUndefined();
    expect(kept.find(Uint8Array.of(1, 2, 4), 0, 3)).toBeUndefined();
  });

  it('is not kept beyond the longest length', () => {
    const kept = new Kept<string>(2);
    kept.keep(Uint8Array.of(1, 2, 3), 'too long');
    expect(kept.find(Uint8Array.of(1, 2, 3), 0, 3)).toBeUndefined();
  });

  it('holds one entry in each place: object identifiers read the same, however many came between', () => {
    const all = Array.from({ length: 2000 }, (_, arc) => `1.2.398.3.${arc}`);
    for (const _ of [1, 2]) for (const dotted of all) expect(readOid(readDer(oid(dotted)))).toBe(dotted);
  });
});
