import { createHash, createPublicKey, verify } from 'node:crypto';
import * as pkijs from 'pkijs';
import { findProfile } from '../lib/eds/profiles/find-profile.ts';
import { EdsCache, verifyEds, type EdsInput } from '../lib/eds/verify.ts';
import { signCms } from '../lib/local/authority/cms.ts';
import { signCrl } from '../lib/local/authority/crl.ts';
import { identifierOf, issueIntermediate, issuePerson, issueRoot } from '../lib/local/authority/issuer.ts';
import { readIssued } from '../lib/signing/issued.ts';
import { seededRandom } from '../lib/local/authority/random.ts';
import type { Signer } from '../lib/signing/signer-info.ts';
import { measureEvenly, row } from './bench-eds-measure.ts';

const at = new Date('2026-03-01T12:00:00Z');
const random = seededRandom('bench');
const period = { notBefore: new Date('2026-01-01'), notAfter: new Date('2027-01-01'), random };
const addresses = { crl: 'http://demo-authority.localhost/crl/bench.crl' };

/** A list of this many lines, made an hour ago. */
export function makeList(issuer: Signer, lines: number): Uint8Array {
  const revoked = Array.from({ length: lines }, () => ({
    serial: serial(),
    at: period.notBefore,
    reason: 'superseded' as const,
  }));
  const fields = {
    issuer: readIssued(issuer.certificate).subject,
    issuerKeyIdentifier: identifierOf(issuer),
    thisUpdate: new Date(at.getTime() - 3_600_000),
    nextUpdate: new Date(at.getTime() + 86_400_000),
    number: 1,
    revoked,
  };
  return signCrl(fields, issuer.privateKey);
}

function serial(): Uint8Array {
  const octets = random(20);
  octets[0] = (octets[0]! & 0x3f) | 0x40;
  return octets;
}

/** Signature, path of two certificates under a pinned root, list of 10,000 lines, person, report. */
export async function benchRsa(): Promise<readonly string[]> {
  const root = await issueRoot('rsa', 'BENCH ROOT', period);
  const authority = await issueIntermediate(root, 'BENCH NCA', addresses, period);
  const person = { surname: 'Демо', firstName: 'Азамат', iin: '900315390115' };
  const first = await issuePerson(authority, { ...period, person, role: 'individual', addresses });
  // Each citizen is new when their turn comes, as in practice: a cache keeps 256. All have the same key, because making
  // keys would take minutes; the result does not depend on it.
  const others = Array.from({ length: 1100 }, () =>
    issuePerson(authority, { ...period, person, role: 'individual', addresses, key: first.privateKey }),
  );
  const content = Buffer.from('заявление');
  const sign = (signer: Signer) => signCms({ content, signer, chain: [authority.certificate], signingTime: at });
  const [known, strangers] = [sign(first), (await Promise.all(others)).map(sign)];
  const input = {
    at,
    profile: findProfile('kz-nca', [createHash('sha256').update(root.certificate).digest('hex')])!,
    certificates: [root.certificate, authority.certificate],
    crls: [makeList(root, 0), makeList(authority, 10_000)],
    expected: { iin: person.iin },
    cache: new EdsCache(),
  } satisfies Omit<EdsInput, 'cms'>;
  let turn = 0;
  const passes = (cms: Uint8Array): void => {
    const { verdict } = verifyEds({ ...input, cms });
    if (verdict !== 'passed') throw new Error(`the bench's own signature is ${verdict}`);
  };
  const nextStranger = () => passes(strangers[turn++ % strangers.length]!);
  const withoutCache = () => {
    if (verifyEds({ ...input, cms: known, cache: new EdsCache() }).verdict !== 'passed') throw new Error('not passed');
  };
  // Warm: a server's code is compiled after its first thousand requests.
  for (let call = 0; call < 1500; call++) {
    passes(known);
    nextStranger();
  }
  const works = [
    () => passes(known),
    nextStranger,
    () => verifyByPkijs(known, [root.certificate, authority.certificate]),
    rawVerification(first),
  ];
  const [again, anew, theirs, raw] = (await measureEvenly(works)) as [number, number, number, number];
  const [alone] = (await measureEvenly([withoutCache])) as [number];
  // `verifications`: those that the check really makes. What the cache remembers of the authority and the lists is not
  // verified again.
  const compared = (ours: number, verifications: number): string =>
    `${(theirs / ours).toFixed(0)} × pkijs, ${((100 * verifications * raw) / ours).toFixed(0)} % of the limit of ${verifications}`;
  const wanted = ' (targets 100 × and 45 ×)';
  return [
    row('RSA: full check with report, signer seen before', again, compared(again, 1) + wanted),
    row('RSA: full check with report, signer never seen', anew, compared(anew, 2) + wanted),
    row('RSA: full check with report, nothing seen, the list read too', alone, compared(alone, 5)),
    row('RSA: pkijs, signature and path of the same CMS, no lists', theirs),
    row('RSA: the limit, one raw verification by OpenSSL, key imported', raw),
    `memory of one verification above its input: ${memoryOf(nextStranger).toFixed(2)} MB (target 5)`,
  ];
}

function rawVerification({ privateKey }: Signer): () => boolean {
  const message = Buffer.alloc(200, 7);
  const signature = privateKey.sign(message);
  const key = createPublicKey({ key: Buffer.from(privateKey.spki), format: 'der', type: 'spki' });
  return () => verify('sha256', message, key, signature);
}

async function verifyByPkijs(cms: Uint8Array, authorities: readonly Uint8Array[]): Promise<boolean> {
  const info = pkijs.ContentInfo.fromBER(Uint8Array.from(cms).buffer);
  const signedData = new pkijs.SignedData({ schema: info.content });
  const trustedCerts = authorities.map((der) => pkijs.Certificate.fromBER(Uint8Array.from(der).buffer));
  const verified = await signedData.verify({ signer: 0, checkChain: true, trustedCerts, checkDate: at });
  if (!verified) throw new Error('pkijs does not accept the signature');
  return verified;
}

function memoryOf(work: () => unknown): number {
  const used = (): number => process.memoryUsage().heapUsed + process.memoryUsage().external;
  // A garbage collection in between would give a negative number; the largest of several is near the truth.
  const taken = Array.from({ length: 20 }, () => {
    const before = used();
    work();
    return used() - before;
  });
  return Math.max(...taken) / 1e6;
}
