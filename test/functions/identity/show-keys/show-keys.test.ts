import { createHash, createPublicKey } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { contract } from '../../../../functions/identity/show-keys/contract.ts';
import { showKeys } from '../../../../functions/identity/show-keys/show-keys.ts';
import { makeSoftwareKey } from '../../../lib/adapters/identity/software-key.ts';
import { bodyOf } from '../../asked.ts';

it('every key is published as the JWK of its public half, under its thumbprint, and nothing more', async () => {
  const keys = [makeSoftwareKey(), makeSoftwareKey()];
  const answered = await showKeys(keys);
  const published = bodyOf(contract, answered).keys;
  for (const [index, key] of keys.entries()) {
    const spki = Buffer.from(await key.publicKey());
    const { x = '', y = '' } = createPublicKey({ key: spki, format: 'der', type: 'spki' }).export({ format: 'jwk' });
    // RFC 7638: the required members in the order of their names.
    const named = `{"crv":"P-256","kty":"EC","x":"${x}","y":"${y}"}`;
    const kid = createHash('sha256').update(named).digest('base64url');
    expect(published[index]).toEqual({ kty: 'EC', crv: 'P-256', x, y, kid, use: 'sig', alg: 'ES256' });
  }
});

it('others may cache the keys for as long as an access token lives', async () => {
  expect((await showKeys([makeSoftwareKey()])).headers).toEqual({ 'cache-control': 'public, max-age=900' });
});
