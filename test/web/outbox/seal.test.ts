import { describe, expect, it } from '@jest/globals';
import { makeKey, seal, sealValue, unseal, unsealValue } from '../../../web/outbox/seal.ts';

const value = { iin: '800101450506', name: 'Демо' };

describe('what is sealed', () => {
  it('opens with its key at its place', async () => {
    const key = await makeKey();
    expect(await unsealValue(key, await sealValue(key, value, 'here'), 'here')).toEqual(value);
  });

  it('opens with no other key, at no other place, and with no byte changed', async () => {
    const key = await makeKey();
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    const sealed = await seal(key, bytes, 'here');
    await expect(unseal(await makeKey(), sealed, 'here')).rejects.toThrow();
    await expect(unseal(key, sealed, 'there')).rejects.toThrow();
    for (let at = 0; at < sealed.data.byteLength; at += 1) {
      const data = sealed.data.slice(0);
      new Uint8Array(data)[at]! ^= 1;
      await expect(unseal(key, { ...sealed, data }, 'here')).rejects.toThrow();
    }
  });

  it('looks different each time', async () => {
    const key = await makeKey();
    const [one, other] = [await sealValue(key, value, 'here'), await sealValue(key, value, 'here')];
    expect(one.iv).not.toEqual(other.iv);
    expect(Buffer.from(one.data)).not.toEqual(Buffer.from(other.data));
  });
});

it('no script can take the key away', async () => {
  const key = await makeKey();
  expect(key.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow();
});
