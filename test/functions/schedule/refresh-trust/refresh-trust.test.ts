import { hash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { refreshTrust } from '../../../../functions/schedule/refresh-trust/refresh-trust.ts';
import { after, start } from '../../../lib/adapters/identity/people.ts';
import { list, makeAuthority, type TestAuthority } from '../../../lib/adapters/trust/authority.ts';
import { openTestBucket } from '../../../lib/adapters/trust/bucket.ts';

let authority: TestAuthority;
let s3: Awaited<ReturnType<typeof openTestBucket>>;
beforeEach(async () => {
  authority = await makeAuthority();
  s3 = await openTestBucket();
  await s3.put('certificates/root.cer', authority.root.certificate);
  await s3.put('certificates/nca.cer', authority.nca.certificate);
});
afterEach(() => s3.close());

const refresh = (answers: Record<string, Uint8Array | undefined>, now = after(60)) =>
  refreshTrust({
    bucket: s3.bucket,
    sources: Object.keys(answers),
    fetchCrl: (url) => Promise.resolve(answers[url]),
    now,
  });
const outcomes = async (answers: Record<string, Uint8Array | undefined>, now?: Date) =>
  Object.values(await refresh(answers, now));
const kept = async () => [...(await s3.bucket.readAll('crls/', '.crl')).values()];

describe('refreshing the revocation lists', () => {
  it('stores what a known authority signed, for each source separately', async () => {
    const [root, nca] = authority.crls();
    expect(await outcomes({ 'http://a': root, 'http://b': nca })).toEqual(['accepted', 'accepted']);
    const digests = (lists: readonly Uint8Array[]) => lists.map((der) => hash('sha256', der)).toSorted();
    expect(digests(await kept())).toEqual(digests([root, nca]));
    expect(await outcomes({ 'http://a': root, 'http://b': nca })).toEqual(['unchanged', 'unchanged']);
  });

  it('keeps the stored list if a source sends anything else', async () => {
    const good = list(authority.nca, after(30), []);
    await refresh({ 'http://a': good });
    const foreign = list((await makeAuthority()).nca, after(40), []);
    const older = list(authority.nca, start, []);
    for (const [sent, outcome] of [
      [undefined, 'unreachable'],
      [Buffer.from('<html>'), 'malformed'],
      [Buffer.from('-----BEGIN X509 CRL-----\n?'), 'malformed'],
      [foreign, 'unknown-issuer'],
      [older, 'older-than-kept'],
    ] as const) {
      expect(await outcomes({ 'http://a': sent })).toEqual([outcome]);
      expect(await kept()).toEqual([Buffer.from(good)]);
    }
  });

  it('fails at the end if a source has no current list, after storing the others', async () => {
    const nca = list(authority.nca, start, []);
    await expect(refresh({ 'http://a': undefined, 'http://b': nca })).rejects.toThrow('no current revocation list');
    expect(await kept()).toHaveLength(1);
    await expect(refresh({ 'http://b': undefined }, after(8 * 86_400))).rejects.toThrow('no current revocation list');
  });

  it('has nothing to do without sources', async () => {
    expect(await outcomes({})).toEqual([]);
  });
});
