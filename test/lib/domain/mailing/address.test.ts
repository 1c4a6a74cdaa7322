import { expect, it } from '@jest/globals';
import { newSecret } from '../../../../lib/adapters/identity/secrets.ts';
import { KEY_LENGTH, mailedAddress, readMailedKey } from '../../../../lib/domain/mailing/address.ts';

const request = '01KAH7M0000000000000000000';

it('the key of a mailed address is its fragment, and is read from it', () => {
  const secret = newSecret();
  const { origin, pathname, search, hash } = new URL(mailedAddress('https://a.example', 'result', { request, secret }));
  expect([origin, pathname, search]).toEqual(['https://a.example', '/app/result', '']);
  const key = hash.slice(1);
  expect(key.length).toBeLessThanOrEqual(KEY_LENGTH);
  expect(readMailedKey(key)).toEqual({ request, secret });
});

it('anything else is no key', () => {
  const secret = newSecret();
  for (const text of [
    '',
    request,
    `${request}.`,
    `${request}.${secret.slice(1)}`,
    `.${secret}`,
    `#${request}.${secret}`,
  ])
    expect(readMailedKey(text)).toBeUndefined();
});
