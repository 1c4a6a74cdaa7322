import { createHash, X509Certificate } from 'node:crypto';
import { beforeAll, expect, it } from '@jest/globals';
import { openCertificates } from '../../../../functions/verification/show-certificates/show-certificates.ts';
import { makeAuthority } from '../../../../lib/local/demo/demo-authority.ts';
import { systemRandom } from '../../../../lib/signing/random.ts';

const now = new Date();
let authority: Awaited<ReturnType<typeof makeAuthority>>;
let stranger: typeof authority;
beforeAll(async () => {
  const make = () => makeAuthority('rsa', now, systemRandom);
  [authority, stranger] = await Promise.all([make(), make()]);
});

const fingerprintOf = (der: Uint8Array) => createHash('sha256').update(der).digest('hex');

/** The certificates of the file, read back by OpenSSL. */
async function show(ders: readonly Uint8Array[], purposes: readonly ('persons' | 'timestamps')[] = ['persons']) {
  const profile = { anchors: [{ fingerprint: fingerprintOf(authority.root.certificate), purposes }] };
  const material = { certificates: ders, crls: [] };
  const { text } = await openCertificates({ profile, material: async () => material })(now);
  const blocks = text?.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g) ?? [];
  return blocks.map((block) => new Uint8Array(new X509Certificate(block).raw));
}

it('has the pinned anchor and what it issued, whatever their order in the bucket', async () => {
  const { root, nca, ocsp } = authority;
  expect(await show([ocsp.certificate, nca.certificate, root.certificate])).toEqual([
    root.certificate,
    nca.certificate,
    ocsp.certificate,
  ]);
});

it('leaves out what only lies in the bucket: others would trust it', async () => {
  const others = [stranger.root.certificate, stranger.nca.certificate, Uint8Array.of(0x30, 0)];
  expect(await show([...others, authority.root.certificate])).toEqual([authority.root.certificate]);
});

it('leaves out an anchor that is pinned for timestamps only', async () => {
  expect(await show([authority.root.certificate], ['timestamps'])).toEqual([]);
});

it('verifies nothing again while the bucket is the same', async () => {
  const material = { certificates: [authority.root.certificate], crls: [] };
  let reads = 0;
  const certificates = new Proxy(material.certificates, {
    get: (target, name, receiver) => ((reads += 1), Reflect.get(target, name, receiver)),
  });
  const profile = { anchors: [] };
  const kept = { certificates, crls: [] };
  const showCertificates = openCertificates({ profile, material: async () => kept });
  await showCertificates(now);
  const before = reads;
  await showCertificates(now);
  expect(reads).toBe(before);
});
