import { beforeAll, describe, expect, it } from '@jest/globals';
import { EdsCache } from '../../../../lib/eds/path/cache.ts';
import { issueRoot, issueUser, type Issued } from './issue.ts';

let user: Issued;
beforeAll(async () => {
  user = await issueUser(await issueRoot(), 'User');
});

/** Another certificate that ends with the same octets: one digit of its serial number is changed. */
const altered = ({ certificate }: Issued, by: number): Uint8Array => {
  const der = certificate.der.slice();
  const serial = Buffer.from(der).indexOf(Buffer.from(certificate.serial, 'hex'));
  der[serial + 1]! ^= by;
  return der;
};

describe('a cached certificate from a signature', () => {
  it('is found again by all its octets, in any array', () => {
    const cache = new EdsCache();
    const first = cache.brought(user.certificate.der);
    expect(cache.brought(user.certificate.der.slice())).toBe(first);
    expect(first.fingerprint).toBe(user.certificate.fingerprint);
  });

  it('is never confused with another that ends with the same octets', () => {
    const cache = new EdsCache();
    const prints = [0, 1, 2, 0, 1, 2].map((by) => cache.brought(altered(user, by)).fingerprint);
    expect(new Set(prints).size).toBe(3);
    expect(prints.slice(3)).toEqual(prints.slice(0, 3));
    expect(prints[0]).toBe(user.certificate.fingerprint);
  });

  it('does not change when its original array is overwritten', () => {
    const cache = new EdsCache();
    const array = user.certificate.der.slice();
    const first = cache.brought(array);
    array.fill(0);
    expect(cache.brought(user.certificate.der)).toBe(first);
    expect(first.der).toEqual(user.certificate.der);
  });

  it('is dropped after 256 others, the longest unused first', () => {
    const cache = new EdsCache();
    const ending = (number: number): Uint8Array => {
      const der = user.certificate.der.slice();
      der.set([number >> 8, number & 0xff], der.length - 2);
      return der;
    };
    const often = cache.brought(ending(0));
    const once = cache.brought(ending(1));
    for (let number = 2; number < 256; number++) cache.brought(ending(number));
    expect(cache.brought(ending(0)) === often).toBe(true);
    cache.brought(ending(256));
    expect(cache.brought(ending(0)) === often).toBe(true);
    expect(cache.brought(ending(1)) === once).toBe(false);
  });
});
