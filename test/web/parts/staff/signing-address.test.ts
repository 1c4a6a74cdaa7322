import { expect, it } from '@jest/globals';
import { SIGNED as taken } from '../../../../lib/adapters/http/views/signed-view.ts';
import { namedIn, SIGNED, signingAddress } from '../../../../web/parts/staff/signing-address.ts';

const queryOf = (address: string) => new URL(address, 'http://localhost').searchParams;

it('names as many as the API takes, each once', () => {
  expect(SIGNED).toBe(taken);
  const ids = Array.from({ length: SIGNED + 1 }, (_, n) => `01KAH7M00000000000000000${String(n).padStart(2, '0')}`);
  expect(namedIn(queryOf(signingAddress(ids)))).toEqual(ids.slice(0, SIGNED));
  expect(namedIn(queryOf(signingAddress([ids[0]!, ids[0]!])))).toEqual([ids[0]]);
});

it('names nothing if the address does not', () => {
  for (const address of ['/app/signing', '/app/signing?work=', '/app/signing?work=...'])
    expect(namedIn(queryOf(address))).toEqual([]);
});
