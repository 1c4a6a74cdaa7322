import { createPublicKey, verify } from 'node:crypto';
import { expect, it } from '@jest/globals';
import {
  contentDigest,
  signatureBase,
  signatureParams,
  signCall,
  type Call,
} from '../../../../lib/adapters/gateways/call-signature.ts';
import { makeSoftwareKey } from '../identity/software-key.ts';

const body = new TextEncoder().encode('{"hello": "world"}');
const call: Call = { method: 'POST', authority: 'example.com', path: '/foo', contentType: 'application/json', body };

it('writes the digest as a dictionary of RFC 9530', () => {
  // By openssl dgst -sha256 -binary | base64.
  expect(contentDigest(body)).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
});

it('makes the base line by line', () => {
  expect(new TextDecoder().decode(signatureBase(call, signatureParams(1618884473, 'test-key', 'n0nce')))).toBe(
    [
      '"@method": POST',
      '"@authority": example.com',
      '"@path": /foo',
      '"content-type": application/json',
      '"content-digest": sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
      '"@signature-params": ("@method" "@authority" "@path" "content-type" "content-digest");created=1618884473;keyid="test-key";alg="ecdsa-p256-sha256";nonce="n0nce";tag="e-akimat-gateway"',
    ].join('\n'),
  );
});

it('signs the base with r and s side by side', async () => {
  const key = makeSoftwareKey();
  const headers = await signCall(call, key, new Date('2026-11-30T05:00:00.900Z'), '01KAH7M0000000000000000005');
  const params = /^call=(.+)$/.exec(headers['signature-input']!)![1]!;
  expect(params).toContain(';created=1796014800;');
  const signature = Buffer.from(/^call=:(.+):$/.exec(headers['signature']!)![1]!, 'base64');
  expect(signature).toHaveLength(64);
  const publicKey = createPublicKey({ key: Buffer.from(await key.publicKey()), format: 'der', type: 'spki' });
  expect(verify('sha256', signatureBase(call, params), { key: publicKey, dsaEncoding: 'ieee-p1363' }, signature)).toBe(
    true,
  );
});
