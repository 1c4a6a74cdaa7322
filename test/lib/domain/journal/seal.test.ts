import { describe, expect, it } from '@jest/globals';
import { sortOf, type Entry } from '../../../../lib/domain/journal/entry.ts';
import { compareSealed, sealAfter, type Sealed } from '../../../../lib/domain/journal/seal.ts';
import { entry, second } from './entries.ts';

const entries = [entry(1), entry(2), entry(3)];
const sha = (n: number) => String(n).repeat(64);
const first: Sealed = { seal: sealAfter(undefined, 'start', second(10).toISOString(), entries), sha256: sha(1) };
const later = [entry(11), entry(12)];
const next: Sealed = { seal: sealAfter(first, 'start', second(20).toISOString(), later), sha256: sha(2) };

const well = { faults: [], erased: 0 };
const faultsOf = (...[sealed, before, found]: [Sealed, Sealed | undefined, readonly Entry[]]) =>
  compareSealed(sealed, before, found, second(0)).faults;

it('entries that are as they were sealed have no fault, and the chain holds', () => {
  expect(compareSealed(first, undefined, entries, second(0))).toEqual(well);
  expect(compareSealed(next, first, later, second(0))).toEqual(well);
  expect(next.seal).toMatchObject({ from: first.seal.until, previous: first.sha256 });
});

describe('found out is', () => {
  it.each([
    ['an entry that was changed', [entry(1), entry(2, { account: 'officer-gulnar' }), entry(3)], 'changed', entry(2)],
    ['an entry that is gone', [entry(1), entry(3)], 'missing', entry(2)],
    ['an entry that came after its time was sealed', [...entries, entry(4)], 'late', entry(4)],
  ] as const)('%s', (_, found, code, where) => {
    expect(faultsOf(first, undefined, found)).toEqual([{ code, at: sortOf(where) }]);
  });

  it('a seal that was left out, put in another place, or made anew', () => {
    const chain = { code: 'chain', at: next.seal.until };
    expect(faultsOf(next, undefined, later)).toEqual([chain]);
    expect(faultsOf(next, { ...first, sha256: sha(3) }, later)).toEqual([chain]);
    const elsewhere = { ...first, seal: { ...first.seal, until: second(9).toISOString() } };
    expect(faultsOf(next, elsewhere, later)).toEqual([chain]);
  });
});

it('an entry that is gone is not missing once it has been kept for its term, and another one beside it is', () => {
  expect(compareSealed(first, undefined, [], second(2))).toEqual({
    faults: [entry(2), entry(3)].map((one) => ({ code: 'missing', at: sortOf(one) })),
    erased: 1,
  });
  // What is still there after its term is compared as before.
  const changed = [entry(1, { account: 'officer-gulnar' }), entry(2), entry(3)];
  expect(compareSealed(first, undefined, changed, second(10)).faults).toEqual([
    { code: 'changed', at: sortOf(entry(1)) },
  ]);
});
