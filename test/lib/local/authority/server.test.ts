import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseOcspResponse } from '../../../../lib/eds/ocsp/response.ts';
import { hasNonce } from '../../../../lib/eds/ocsp/answer.ts';
import { openOcsp } from '../../../../lib/adapters/trust/fetch-ocsp.ts';
import { findProfile } from '../../../../lib/eds/profiles/find-profile.ts';
import type { Profile } from '../../../../lib/eds/profiles/profile.ts';
import { parseTimestampResponse } from '../../../../lib/eds/tsp/timestamp-token.ts';
import { verifyEds } from '../../../../lib/eds/verify.ts';
import { findOcspSubjects } from '../../../../lib/eds/verify/ocsp-subjects.ts';
import { boolean, integer, nothing, octetString, oid, sequence, tagged } from '../../../../lib/signing/der-writer.ts';
import { extension } from '../../../../lib/local/authority/extension.ts';
import { readIssued } from '../../../../lib/signing/issued.ts';
import { certIdOf } from '../../../../lib/local/authority/ocsp.ts';
import { openKeyFile } from '../../../../lib/signing/pkcs12/open-key-file.ts';
import { dataAttributes, signDetached, signedDataOf } from '../../../../lib/signing/sign-detached.ts';
import { assembleSignerInfo, signatureTimestamp, signedOctets } from '../../../../lib/signing/signer-info.ts';
import { ocspSources } from '../../../../lib/local/demo/answer-authority.ts';
import type { AuthorityPart, Mood } from '../../../../lib/local/stand-ins/spoil.ts';
import { startAuthority, type RunningAuthority } from '../../../../lib/local/demo/authority-server.ts';
import { authorityFolder, openDemo, type Demo } from '../../../../lib/local/demo/demo.ts';
import { fingerprint } from '../../../../lib/local/demo/seed.ts';
import type { DemoPerson } from '../../../../lib/local/demo/people-file.ts';
import { openssl, written } from './openssl.ts';

const dir = mkdtempSync(join(tmpdir(), 'e-akimat-ca-'));
const ca = authorityFolder(dir);
let demo: Demo;
let authority: RunningAuthority;
let profile: Profile;
beforeAll(async () => {
  demo = await openDemo({ dir, now: new Date() });
  profile = findProfile(
    'demo',
    demo.anchors.map((der) => `${fingerprint(der)}=persons+timestamps`),
  )!;
  authority = await startAuthority({ dir: ca, port: 0 });
});
afterAll(() => authority.stop());

const families = ['rsa', 'gost-2015'] as const;
type Family = (typeof families)[number];
const part = (family: Family, name: string): Uint8Array => readFileSync(join(ca, family, `${name}.cer`));
const signerOf = async (person: DemoPerson, family: Family) => {
  const file = readFileSync(join(dir, family === 'rsa' ? person.keyFile : person.gostKeyFile));
  return (await openKeyFile(file, person.keyPassword)).signers[0];
};
const content = Buffer.from('x');
const post = async (path: string, body: Uint8Array): Promise<Uint8Array> => {
  const response = await fetch(`${authority.url}${path}`, { method: 'POST', body: Buffer.from(body) });
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
};

const nonce = Buffer.from('0123456789abcdef', 'hex');
const ocspRequest = (certId: Uint8Array): Uint8Array => {
  const extensions = sequence(extension('1.3.6.1.5.5.7.48.1.2', octetString(nonce)));
  return sequence(sequence(sequence(sequence(certId)), tagged(2, extensions)));
};
const askOcsp = (family: Family, serial: Uint8Array): Promise<Uint8Array> =>
  post(`/ocsp/${family}`, ocspRequest(certIdOf(part(family, 'nca'), serial)));

const stampRequest = (digestAlgorithm: Uint8Array, digest: Uint8Array): Uint8Array =>
  sequence(integer(1), sequence(digestAlgorithm, octetString(digest)), integer(77), boolean(true));

function check(family: Family, cms: Uint8Array, ocsps: readonly Uint8Array[], withLists: boolean) {
  return verifyEds({
    cms,
    content,
    at: new Date(),
    profile,
    certificates: [part(family, 'root'), part(family, 'nca')],
    crls: withLists ? demo.crls : [readFileSync(join(ca, 'crl', `${family}-root.crl`))],
    ocsps,
  });
}

describe.each(families)('the authority on loopback by %s', (family) => {
  const sign = async (person: DemoPerson): Promise<Uint8Array> =>
    signDetached(content, await signerOf(person, family), new Date());

  it('answers good for its people, and a signature passes with only that answer', async () => {
    const [person] = demo.people;
    const answer = await askOcsp(family, readIssued((await signerOf(person!, family)).certificate).serial);
    expect(hasNonce(parseOcspResponse(answer), nonce)).toBe(true);
    expect(check(family, await sign(person!), [], false).verdict).toBe('indeterminate');
    expect(check(family, await sign(person!), [answer], false).verdict).toBe('passed');
  });

  it('is asked by the platform itself, together with the other responder', async () => {
    // A machine that is busy with other tests answers late; another test covers silence.
    const ask = openOcsp(ocspSources(authority.url), { seconds: 25 });
    const certificates = [part(family, 'root'), part(family, 'nca')];
    const [person, revoked] = [demo.people[0]!, demo.people.find((one) => one.revoked)!];
    const verdicts = [];
    for (const cms of await Promise.all([sign(person), sign(revoked)])) {
      const at = new Date();
      const subjects = findOcspSubjects({ cms, at, profile, certificates, crls: [] });
      expect(subjects).toHaveLength(2);
      verdicts.push(check(family, cms, await ask(subjects, at), false).verdict);
    }
    expect(verdicts).toEqual(['passed', 'failed']);
  });

  it('answers revoked for revoked certificates', async () => {
    const person = demo.people.find(({ revoked }) => revoked)!;
    const answer = await askOcsp(family, readIssued((await signerOf(person, family)).certificate).serial);
    expect(check(family, await sign(person), [answer], false).verdict).toBe('failed');
  });

  it('answers "revoked 1970-01-01" for a serial number that it never issued', async () => {
    const { responses } = parseOcspResponse(await askOcsp(family, Uint8Array.of(0x33)));
    expect(responses[0]?.status).toEqual({ kind: 'revoked', revokedAt: new Date(0), reason: 6 });
  });

  it('answers unauthorized about other issuers, and malformed for anything that is not a request', async () => {
    const ofRoot = ocspRequest(certIdOf(part(family, 'root'), Uint8Array.of(1)));
    expect(await post(`/ocsp/${family}`, ofRoot)).toEqual(Uint8Array.of(0x30, 3, 0x0a, 1, 6));
    expect(await post(`/ocsp/${family}`, Buffer.from('?'))).toEqual(Uint8Array.of(0x30, 3, 0x0a, 1, 1));
  });

  it('stamps a signature, and the time counts', async () => {
    const signer = await signerOf(demo.people[0]!, family);
    const { digestAlgorithm, digest, sign: signBytes } = signer.privateKey;
    const signedAttributes = dataAttributes(content, signer.privateKey, new Date());
    const signature = await signBytes(signedOctets(signedAttributes, content));
    const reply = await post(`/tsa/${family}`, stampRequest(digestAlgorithm, digest(signature)));
    const { info, signedData } = parseTimestampResponse(reply);
    expect(info.nonce).toBe(77n);
    expect(signedData.certificates.length).toBe(1);
    const token = reply.subarray(reply.length - tokenLength(reply));
    const unsignedAttributes = [signatureTimestamp(token)];
    const stamped = assembleSignerInfo({ signer, signedAttributes, signature, unsignedAttributes });
    const report = check(family, signedDataOf(signer, stamped), [], true);
    expect({ verdict: report.verdict, source: report.signers[0]?.referenceTimeSource }).toEqual({
      verdict: 'passed',
      source: 'timestamp',
    });
  });

  it('leaves the digests of the other family to the other authority', async () => {
    const { digestAlgorithm, digest } = (await signerOf(demo.people[0]!, family)).privateKey;
    const question = stampRequest(digestAlgorithm, digest(content));
    const other = await post(`/tsa/${family === 'rsa' ? 'gost-2015' : 'rsa'}`, question);
    expect(() => parseTimestampResponse(other)).toThrow('tsp-not-granted');
  });

  it('refuses to stamp SHA-1 and anything that is not a request', async () => {
    const refused = [
      await post(`/tsa/${family}`, stampRequest(sequence(oid('1.3.14.3.2.26'), nothing), new Uint8Array(20))),
      await post(`/tsa/${family}`, Buffer.from('?')),
    ];
    for (const reply of refused) expect(() => parseTimestampResponse(reply)).toThrow('tsp-not-granted');
  });

  it('serves its lists and certificates, and nothing else', async () => {
    const get = (path: string) => fetch(`${authority.url}${path}`);
    const list = await get(`/crl/${family}-nca.crl`);
    expect(new Uint8Array(await list.arrayBuffer())).toEqual(
      new Uint8Array(readFileSync(join(ca, 'crl', `${family}-nca.crl`))),
    );
    expect((await get(`/certificates/${family}-root.cer`)).status).toBe(200);
    for (const path of [`/certificates/${family}-root.key`, '/crl/..%2frsa%2froot.key', '/', '/crl/', '/people.json'])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });
});

/** The token is the second of two elements, after the status. */
const tokenLength = (reply: Uint8Array): number => reply.length - 4 - (2 + (reply[5] ?? 0));

it('is understood by openssl as a client', async () => {
  const signer = await signerOf(demo.people[0]!, 'rsa');
  const pem = (der: Uint8Array): string =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString('base64')}\n-----END CERTIFICATE-----\n`;
  const files = written({
    root: pem(part('rsa', 'root')),
    nca: pem(part('rsa', 'nca')),
    chain: pem(part('rsa', 'root')) + pem(part('rsa', 'nca')),
    person: pem(signer.certificate),
    answer: await askOcsp('rsa', readIssued(signer.certificate).serial),
    data: 'х',
    request: '',
    reply: '',
  });
  const [issuer, cert, trust] = [files['nca']!, files['person']!, files['chain']!];
  const ocsp = openssl(
    ...['ocsp', '-respin', files['answer']!, '-issuer', issuer, '-sha256', '-cert', cert],
    ...['-CAfile', trust, '-verify_other', issuer, '-no_nonce'],
  );
  if (ocsp) expect([/Response verify OK/, /person: good/].map((said) => said.test(ocsp.output))).toEqual([true, true]);
  const asked = openssl('ts', '-query', '-data', files['data']!, '-sha256', '-cert', '-out', files['request']!);
  if (asked === undefined) return;
  const { reply = '' } = written({ reply: await post('/tsa/rsa', readFileSync(files['request']!)) });
  const stamped = openssl('ts', '-verify', '-queryfile', files['request']!, '-in', reply, '-CAfile', trust);
  expect(stamped).toMatchObject({ ok: true });
});

it('is as silent or as late as it is told to be, each part by itself', async () => {
  let moods: Record<AuthorityPart, Mood> = { tsa: { mood: 'down' }, ocsp: { mood: 'slow', seconds: 0.05 } };
  const spoilt = await startAuthority({ dir: ca, port: 0, moodOf: (part) => moods[part] });
  const ask = async (path: string) => {
    const began = performance.now();
    const { status } = await fetch(`${spoilt.url}${path}`, { method: 'POST', body: Buffer.from('?') });
    return { status, late: performance.now() - began >= 45 };
  };
  expect((await ask('/tsa/rsa')).status).toBe(503);
  expect(await ask('/ocsp/rsa')).toEqual({ status: 200, late: true });
  moods = { tsa: { mood: 'ok' }, ocsp: { mood: 'ok' } };
  expect((await ask('/tsa/rsa')).status).toBe(200);
  await spoilt.stop();
});
