import { createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { openSigningKeys } from '../../../../lib/adapters/identity/signing-key.ts';
import { openTokens, publicKeys } from '../../../../lib/adapters/identity/tokens.ts';
import type { Caller } from '../../../../lib/domain/access/roles.ts';
import { KMSClient } from '@aws-sdk/client-kms';
import { serveKms } from './kms-server.ts';
import { after, start } from './people.ts';
import { makeSoftwareKey } from './software-key.ts';

const issuer = 'https://akimat.example';
const caller: Caller = { account: 'a', session: 's', role: 'mio-officer', office: 'otyrar' };
const key = makeSoftwareKey();
const tokens = openTokens([key], issuer);
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const parts = (token: string) =>
  token
    .split('.')
    .slice(0, 2)
    .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Record<string, unknown>);

describe('an access token', () => {
  it('names the caller for 15 minutes, and not a second longer', async () => {
    const token = await tokens.issue(caller, start);
    expect(await tokens.verify(token, start)).toEqual(caller);
    expect(await tokens.verify(token, after(899))).toEqual(caller);
    expect(await tokens.verify(token, after(900))).toBeUndefined();
  });

  it('names an office only for callers who have one', async () => {
    const applicant: Caller = { account: 'a', session: 's', role: 'applicant' };
    expect(await tokens.verify(await tokens.issue(applicant, start), start)).toEqual(applicant);
  });

  it('can be checked by others with only the published key', async () => {
    const token = await tokens.issue(caller, start);
    const [header, , signature = ''] = token.split('.');
    const { keys } = await publicKeys([key]);
    const known = keys.find(({ kid }) => kid === parts(token)[0]?.['kid']);
    const publicKey = createPublicKey({ key: { ...known }, format: 'jwk' });
    const signed = Buffer.from(token.slice(0, token.lastIndexOf('.')));
    const bytes = Buffer.from(signature, 'base64url');
    expect(header).toBeDefined();
    expect(verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes)).toBe(true);
  });

  it('has no personal data', async () => {
    const [, claims = {}] = parts(await tokens.issue(caller, start));
    expect(Object.keys(claims).toSorted()).toEqual(['aud', 'exp', 'iat', 'iss', 'office', 'role', 'sid', 'sub']);
  });

  it('is refused when any character of it is changed', async () => {
    const token = await tokens.issue(caller, start);
    for (let at = 0; at < token.length; at++) {
      // The last character of a signature holds four unused bits, which A and Q leave clear.
      const other = token[at] === 'A' ? 'Q' : 'A';
      expect(await tokens.verify(token.slice(0, at) + other + token.slice(at + 1), start)).toBeUndefined();
    }
  });

  it('is refused with another key, another issuer, "none" or a symmetric algorithm', async () => {
    const token = await tokens.issue(caller, start);
    expect(await openTokens([makeSoftwareKey()], issuer).verify(token, start)).toBeUndefined();
    expect(await openTokens([key], 'https://other.example').verify(token, start)).toBeUndefined();
    const [header = {}, claims = {}] = parts(token);
    const none = `${encode({ ...header, alg: 'none' })}.${encode(claims)}.`;
    const hmac = `${encode({ ...header, alg: 'HS256' })}.${encode(claims)}.${token.split('.')[2]}`;
    for (const forged of [none, hmac, '', 'a.b.c', '..']) expect(await tokens.verify(forged, start)).toBeUndefined();
  });

  it('is refused, although we signed it, if a claim is missing or wrong, or its type is another', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const own = {
      publicKey: () => Promise.resolve(publicKey.export({ format: 'der', type: 'spki' })),
      sign: (message: Uint8Array) => Promise.resolve(sign('sha256', message, privateKey)),
    };
    const [header = {}, claims = {}] = parts(await openTokens([own], issuer).issue(caller, start));
    const forge = (head: object, body: object) => {
      const input = `${encode({ ...header, ...head })}.${encode({ ...claims, ...body })}`;
      const signature = sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return openTokens([own], issuer).verify(`${input}.${signature.toString('base64url')}`, start);
    };
    expect(await forge({}, {})).toEqual(caller);
    for (const name of ['iss', 'aud', 'iat', 'exp', 'sub', 'sid', 'role'])
      expect(await forge({}, { [name]: undefined })).toBeUndefined();
    expect(await forge({}, { role: 'emperor' })).toBeUndefined();
    expect(await forge({ typ: 'JWT' }, {})).toBeUndefined();
  });

  it('is accepted across a key rotation while both keys are published, and no longer', async () => {
    const next = makeSoftwareKey();
    // Published first, then signing, then alone: each step accepts what the step before has signed.
    const steps = [[key], [key, next], [next, key], [next]] as const;
    const issued = await Promise.all(steps.map((keys) => openTokens(keys, issuer).issue(caller, start)));
    for (const [step, keys] of steps.entries()) {
      const believed = await Promise.all(issued.map((token) => openTokens(keys, issuer).verify(token, start)));
      expect(believed.map((each) => each !== undefined)).toEqual(
        [
          [true, true, false, false],
          [true, true, true, true],
          [true, true, true, true],
          [false, false, true, true],
        ][step],
      );
    }
    const { keys } = await publicKeys([next, key]);
    expect(keys.map(({ kid }) => kid)).toEqual([2, 0].map((step) => parts(issued[step] ?? '')[0]?.['kid']));
    expect(new Set(keys.map(({ kid }) => kid)).size).toBe(2);
    expect(() => openSigningKeys([])).toThrow('No key');
  });

  it('is believed again once the key can be fetched, which is done once', async () => {
    const token = await tokens.issue(caller, start);
    let asked = 0;
    const publicKey = () => (asked++ === 0 ? Promise.reject(new Error('KMS is silent')) : key.publicKey());
    const { verify: believe } = openTokens([{ ...key, publicKey }], issuer);
    await expect(believe(token, start)).rejects.toThrow('silent');
    expect(await believe(token, start)).toEqual(caller);
    expect(await believe(token, start)).toEqual(caller);
    expect(asked).toBe(2);
  });

  it('is signed with the key in KMS, whose public half is fetched once', async () => {
    const kms = await serveKms('token-key', key);
    const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
    const client = new KMSClient({ endpoint: kms.url, region: 'eu-central-1', credentials });
    const byKms = openTokens(openSigningKeys(['token-key'], client), issuer);
    const first = await byKms.issue(caller, start);
    expect(await byKms.verify(first, start)).toEqual(caller);
    expect(await tokens.verify(await byKms.issue(caller, start), start)).toEqual(caller);
    expect(kms.asked).toEqual(['TrentService.GetPublicKey', 'TrentService.Sign', 'TrentService.Sign']);
    await expect(openTokens(openSigningKeys(['other'], client), issuer).issue(caller, start)).rejects.toThrow();
    client.destroy();
    await kms.close();
  });
});
