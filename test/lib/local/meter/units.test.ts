import { describe, expect, it } from '@jest/globals';
import { itemSize, type Item } from '../../../../lib/local/meter/item-size.ts';
import { indexUnits, readUnits, tableUnits } from '../../../../lib/local/meter/units.ts';

const S = (text: string) => ({ S: text });
const of = (octets: number): Item => ({ a: S('x'.repeat(octets - 1)) });

describe('the size of an item', () => {
  it.each([
    [{ pk: S('ab') }, 4],
    [{ имя: S('а') }, 8],
    [{ n: { N: '-123.45' } }, 5],
    [{ b: { B: 'AAAA' } }, 4],
    [{ t: { BOOL: true } }, 2],
    [{ m: { M: { k: S('v') } } }, 1 + 3 + 1 + 2],
    [{ l: { L: [S('v'), S('v')] } }, 1 + 3 + 4],
  ] as readonly (readonly [Item, number])[])('of %j is %i octets', (item, octets) => {
    expect(itemSize(item)).toBe(octets);
  });
});

describe('units', () => {
  it('of a write: each begun kilobyte of the larger image; of a read: each begun four, half if it may lag', () => {
    expect([tableUnits(undefined, of(1024)), tableUnits(of(1025), of(10)), tableUnits(of(3000), undefined)]).toEqual([
      1, 2, 3,
    ]);
    expect([readUnits(0, true), readUnits(4097, true), readUnits(4097, false)]).toEqual([1, 2, 1]);
  });

  const index = (Projection: Record<string, unknown>) => ({
    ...{ IndexName: 'i', Projection },
    KeySchema: [
      { AttributeName: 'g', KeyType: 'HASH' as const },
      { AttributeName: 'h', KeyType: 'RANGE' as const },
    ],
  });
  const item = (g: string | undefined, line: string, more = ''): Item => ({
    ...{ pk: S('p'), sk: S('s'), h: S('1'), line: S(line), more: S(more) },
    ...(g !== undefined && { g: S(g) }),
  });
  const lines = index({ ProjectionType: 'INCLUDE', NonKeyAttributes: ['line'] });
  const cost = (before: Item | undefined, after: Item | undefined, projection = lines) =>
    indexUnits(projection, ['pk', 'sk'], before, after);

  it('of an index: nothing for what it does not hold, one for a row that comes, goes or changes, two for one that moves', () => {
    expect(cost(undefined, item(undefined, 'a'))).toBe(0);
    expect(cost(undefined, item('x', 'a'))).toBe(1);
    expect(cost(item('x', 'a', '1'), item('x', 'a', '2'))).toBe(0);
    expect(cost(item('x', 'a'), item('x', 'b'))).toBe(1);
    expect(cost(item('x', 'a'), item('y', 'a'))).toBe(2);
    expect(cost(item('x', 'a'), item(undefined, 'a'))).toBe(1);
    expect(cost(item('x', 'a'), undefined)).toBe(1);
  });

  it('of an index by its projection', () => {
    const [short, long] = [item('x', 'a'), item('x', 'a'.repeat(2000))];
    expect(cost(short, long)).toBe(2);
    expect(cost(short, long, index({ ProjectionType: 'KEYS_ONLY' }))).toBe(0);
    expect(cost(item('x', 'a', '1'), item('x', 'a', '2'), index({ ProjectionType: 'ALL' }))).toBe(1);
  });
});
