import { describe, expect, it } from '@jest/globals';
import { sortOf } from '../../../../lib/domain/journal/entry.ts';
import { compareSealed, sealAfter, type Sealed } from '../../../../lib/domain/journal/seal.ts';
import { entry, second } from './entries.ts';

const entries = [entry(1), entry(2), entry(3)];
const sha = (n: number) => String(n).repeat(64);
const first: Sealed = { seal: sealAfter(undefined, 'start', second(10).toISOString(), entries), sha256: sha(1) };
const later = [entry(11), entry(12)];
const next: Sealed = { seal: sealAfter(first, 'start', second(20).toISOString(), later), sha256: sha(2) };

it('entries that are as they were sealed have no fault, and the chain holds', () => {
  expect(compareSealed(first, undefined, entries)).toEqual([]);
  expect(compareSealed(next, first, later)).toEqual([]);
  expect(next.seal).toMatchObject({ from: first.seal.until, previous: first.sha256 });
});

describe('found out is', () => {
  it.each([
    ['an entry that was changed', [entry(1), entry(2, { account: 'officer-gulnar' }), entry(3)], 'changed', entry(2)],
    ['an entry that is gone', [entry(1), entry(3)], 'missing', entry(2)],
    ['an entry that came after its time was sealed', [...entries, entry(4)], 'late', entry(4)],
  ] as const)('%s', (_, found, code, where) => {
    expect(compareSealed(first, undefined, found)).toEqual([{ code, at: sortOf(where) }]);
  });

  it('a seal that was left out, put in another place, or made anew', () => {
    const chain = { code: 'chain', at: next.seal.until };
    expect(compareSealed(next, undefined, later)).toEqual([chain]);
    expect(compareSealed(next, { ...first, sha256: sha(3) }, later)).toEqual([chain]);
    const elsewhere = { ...first, seal: { ...first.seal, until: second(9).toISOString() } };
    expect(compareSealed(next, elsewhere, later)).toEqual([chain]);
  });
});
