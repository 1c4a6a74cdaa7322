import { generateKeyPairSync, sign } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Work } from '../../../../lib/eds/work.ts';
import type { CrlSigner } from '../../../../lib/eds/crl/revocation-query.ts';
import type { Crl } from '../../../../lib/eds/crl/crl.ts';
import { readDer } from '../../../../lib/eds/der.ts';
import { findCrlSigner, type SignerSearch } from '../../../../lib/eds/path/crl-signer.ts';
import { nextWorkingKey } from '../../../../lib/eds/path/working-key.ts';
import { oid, sequence } from '../../../../lib/signing/der-writer.ts';
import { keyUsage } from '../../../../lib/local/authority/extension.ts';
import type { SigningKey } from '../../../../lib/signing/signing-key.ts';
import { flipLast, signingWrongly } from '../../../mint/spoil.ts';
import { issueCrl, issueRoot, issueUser, type Issued, type IssueOptions } from './issue.ts';

let root: Issued;
/** A certificate with the root's name, which the root certified to sign lists. */
let lister: Issued;
const namesake = (options: IssueOptions = {}, issuer = root): Promise<Issued> =>
  issueUser(issuer, 'Lister', {
    subject: root.certificate.subject.der,
    extensions: [keyUsage('cRLSign')],
    ...options,
  });
beforeAll(async () => {
  root = await issueRoot();
  lister = await namesake();
});

/** Trusts certificates from the root, with the root's parameters. */
const search = (candidates: readonly Issued[], more: Partial<SignerSearch> = {}): SignerSearch => {
  const work = new Work();
  const above = nextWorkingKey(root.certificate.publicKey);
  return {
    above: [root.certificate],
    keys: [above],
    candidates: candidates.map(({ certificate }) => certificate),
    verify: (crl, key) => work.signature(crl, key),
    trust: (certificate) =>
      work.signature(certificate, above.spki) === 'valid'
        ? { ...nextWorkingKey(certificate.publicKey, above), beside: [certificate] }
        : undefined,
    ...more,
  };
};

const signerOf = (crl: Crl, candidates: readonly Issued[], more: Partial<SignerSearch> = {}): CrlSigner =>
  findCrlSigner(crl, search(candidates, more));
const by = ({ key }: Issued): CrlSigner => ({ key: key.spki });
const withKey = (issued: Issued, change: Partial<SigningKey>): Issued => ({
  ...issued,
  key: { ...issued.key, ...change },
});

describe("the signer of a list, among certificates with its issuer's name,", () => {
  it('is the certificate whose key signed it, in any order', async () => {
    const others = [await namesake(), await namesake()];
    for (const candidates of [
      [lister, ...others],
      [...others, lister],
    ])
      expect(signerOf(issueCrl(lister), candidates)).toEqual(by(lister));
    expect(signerOf(issueCrl(root), [lister, ...others])).toEqual(by(root));
  });

  it('is nobody if no certificate with that name is known', async () => {
    const stranger = await issueUser(root, 'Stranger', { key: lister.key, extensions: [keyUsage('cRLSign')] });
    expect(signerOf(issueCrl(stranger), [lister])).toEqual({ problem: 'crl-signer-missing' });
    expect(signerOf(issueCrl(lister), [stranger], { above: [], keys: [] })).toEqual({ problem: 'crl-signer-missing' });
  });

  it('is no certificate whose key did not make its signature', () => {
    expect(signerOf(issueCrl(lister), [])).toEqual({ problem: 'crl-signature' });
    const wrong = withKey(lister, signingWrongly(lister.key, flipLast));
    expect(signerOf(issueCrl(wrong), [lister])).toEqual({ problem: 'crl-signature' });
  });

  it("is no certificate that may not sign lists, even the issuer's own", async () => {
    const bare = await namesake({ extensions: [keyUsage('keyCertSign')] });
    expect(signerOf(issueCrl(bare), [bare])).toEqual({ problem: 'crl-signer-key-usage' });
    expect(signerOf(issueCrl(bare), [], { above: [bare.certificate], keys: [] })).toEqual({
      problem: 'crl-signer-key-usage',
    });
  });

  it('may be a certificate that does not limit its key', async () => {
    const free = await namesake({ extensions: [] });
    expect(signerOf(issueCrl(free), [free])).toEqual(by(free));
  });

  it('is no certificate whose own path is not valid', async () => {
    const impostor = await namesake({}, await issueRoot());
    expect(signerOf(issueCrl(impostor), [impostor])).toEqual({ problem: 'crl-signer-path' });
    // The same key, also certified by the root.
    const twin = await namesake({ key: impostor.key });
    expect(signerOf(issueCrl(impostor), [impostor, twin])).toEqual(by(impostor));
  });

  it('needs no path of its own if it is on the path being validated', () => {
    const trust = (): never => {
      throw new TypeError('the path above is walked already');
    };
    expect(signerOf(issueCrl(root), [root], { trust })).toEqual(by(root));
  });

  it('is refused for the reason of the candidate that came nearest', async () => {
    const bare = await namesake({ extensions: [keyUsage('keyCertSign')] });
    const impostor = await namesake({ key: bare.key }, await issueRoot());
    const others = [lister, await namesake()];
    for (const [nearest, problem] of [
      [bare, 'crl-signer-key-usage'],
      [impostor, 'crl-signer-path'],
    ] as const)
      for (const candidates of [
        [nearest, ...others],
        [...others, nearest],
      ])
        expect(signerOf(issueCrl(bare), candidates)).toEqual({ problem });
    expect(signerOf(issueCrl(bare), [bare, impostor])).toEqual({ problem: 'crl-signer-path' });
    expect(signerOf(issueCrl(bare), [impostor, bare])).toEqual({ problem: 'crl-signer-path' });
  });
});

describe('a signer who has lost their standing', () => {
  it('still counts, in doubt, after one in full standing', async () => {
    const { certificate, key } = lister;
    const spki = { ...nextWorkingKey(certificate.publicKey), beside: [certificate] };
    const lost = { trust: () => ({ ...spki, doubt: 'crl-signer-path' as const }) };
    expect(signerOf(issueCrl(lister), [lister], lost)).toEqual({ key: key.spki, doubt: 'crl-signer-path' });
    const weak = { trust: () => spki, isWeak: (_: Crl, beside: readonly unknown[]) => beside.length > 0 };
    expect(signerOf(issueCrl(lister), [lister], weak)).toEqual({ key: key.spki, doubt: 'crl-algorithm' });
    expect(signerOf(issueCrl(root), [lister], weak)).toEqual(by(root));
    const twin = await namesake({ key });
    const one = {
      trust: (asked: Issued['certificate']) => (asked === twin.certificate ? spki : lost.trust()),
    };
    expect(signerOf(issueCrl(lister), [lister, twin], one)).toEqual(by(lister));
  });
});

describe('a list with an unknown algorithm', () => {
  it('has no signer, neither on the path nor beside it', () => {
    const unknown = { signatureAlgorithm: sequence(oid('1.2.3.4')) };
    const problem = 'crl-signature-unsupported';
    expect(signerOf(issueCrl(withKey(root, unknown)), [])).toEqual({ problem });
    expect(signerOf(issueCrl(withKey(lister, unknown)), [lister])).toEqual({ problem });
  });
});

describe('a key without its parameters', () => {
  const generated = generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 });
  const complete = new Uint8Array(generated.publicKey.export({ type: 'spki', format: 'der' }));
  const [identifier, bits] = readDer(complete).children;
  const bare = sequence(sequence(identifier!.children[0]!.raw), bits!.raw);
  const dsa = (spki: SigningKey['spki']): Pick<SigningKey, 'spki' | 'signatureAlgorithm' | 'sign'> => ({
    spki,
    signatureAlgorithm: sequence(oid('2.16.840.1.101.3.4.3.2')),
    sign: (message) => sign('sha256', message, { key: generated.privateKey, dsaEncoding: 'der' }),
  });
  let anchor: Issued;
  let signer: Issued;
  beforeAll(async () => {
    anchor = await issueRoot({ key: { ...root.key, ...dsa(complete) } });
    signer = await namesake({ key: { ...root.key, ...dsa(bare) } }, anchor);
  });
  const parameters = (): Partial<SignerSearch> => ({
    above: [],
    keys: [],
    trust: ({ publicKey }) => ({
      ...nextWorkingKey(publicKey, nextWorkingKey(anchor.certificate.publicKey)),
      beside: [],
    }),
  });

  it('gets them from its path, and verifies with them', () => {
    expect(signerOf(issueCrl(signer), [signer], parameters())).toEqual({
      key: complete,
    });
  });

  it('still does not verify what it did not sign', () => {
    const wrong = withKey(signer, { sign: (message) => flipLast(signer.key.sign(message)) });
    expect(signerOf(issueCrl(wrong), [signer], parameters())).toEqual({ problem: 'crl-signature' });
  });

  it('verifies nothing without them', () => {
    const without: Partial<SignerSearch> = {
      ...parameters(),
      trust: ({ publicKey }) => ({ ...nextWorkingKey(publicKey), beside: [] }),
    };
    expect(signerOf(issueCrl(signer), [signer], without)).toEqual({
      problem: 'crl-signature-unsupported',
    });
  });
});
