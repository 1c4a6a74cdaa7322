import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkCard } from '../../../lib/card/check-card.ts';
import { describeCard } from '../../../lib/card/describe-card.ts';
import { contextConstructed, Fields, readBer, tags, writeDer } from '../../../lib/eds/der.ts';
import { openSignerInfos, spliceEvidence } from '../../../lib/eds/extend/splice.ts';
import { makeOcspRequest } from '../../../lib/eds/ocsp/cert-id.ts';
import { parseOcspResponse } from '../../../lib/eds/ocsp/response.ts';
import { demo } from '../../../lib/eds/profiles/profile.ts';
import { parseCertificate } from '../../../lib/eds/x509/certificate.ts';
import { answerOcsp } from '../../../lib/local/authority/ocsp-responder.ts';
import { signDetached } from '../../../lib/signing/sign-detached.ts';
import { signCms } from '../../../lib/local/authority/cms.ts';
import { answerTimestamp } from '../../../lib/local/authority/timestamp-responder.ts';
import { openExample } from '../../../lib/local/cards/example-signatures.ts';
import { parseTimestampResponse } from '../../../lib/eds/tsp/timestamp-token.ts';
import { makeTimestampRequest } from '../../../lib/eds/tsp/timestamp-request.ts';
import { readSignatures } from '../../../lib/eds/extend/read-signatures.ts';
import { signCrl } from '../../../lib/local/authority/crl.ts';
import { identifierOf } from '../../../lib/local/authority/issuer.ts';
import { readIssued } from '../../../lib/signing/issued.ts';
import type { Signer } from '../../../lib/signing/signer-info.ts';
import { systemRandom } from '../../../lib/signing/random.ts';
import { attach } from '../../../bin/fuzz/write-pdf.ts';

const now = new Date('2026-11-30T09:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const octets = new TextEncoder().encode('Справка (демо)');
const document = { name: 'Справка.pdf', octets };

describe.each(['rsa', 'gost-2015', 'ecdsa'] as const)('a card with signatures of %s', (family) => {
  let example: Awaited<ReturnType<typeof openExample>>;
  let good: Uint8Array;
  beforeAll(async () => {
    example = await openExample(family, now);
    good = await example.sign(octets);
  });

  const check = (signatures: readonly Uint8Array[], first = document, at = later(60), crls: Uint8Array[] = []) =>
    checkCard(
      {
        pdf: attach([first, ...signatures.map((each, no) => ({ name: `${no + 1}.p7s`, octets: each }))]),
        ...{ at, profile: example.profile, crls, certificates: [example.authority.root.certificate] },
      },
      async () => {},
    );
  const problems = async (...signatures: readonly Uint8Array[]) =>
    (await check(signatures)).signatures.map((each) => each.problems);

  it('passes with the anchor alone, also years after the certificate has ended', async () => {
    const second = await example.sign(octets, { firstName: 'Сауле', at: later(2) });
    for (const at of [later(60), new Date('2030-06-01T00:00:00Z')])
      expect(await check([good, second], document, at)).toMatchObject({
        verdict: 'passed',
        document,
        signatures: [
          { name: '1.p7s', verdict: 'passed', problems: [] },
          { name: '2.p7s', verdict: 'passed', problems: [] },
        ],
      });
  });

  it('is untrusted as a whole if one signature does not hold', async () => {
    const { end } = openSignerInfos(good)[0]!.signature;
    const spoilt = good.with(end - 1, good[end - 1]! ^ 1);
    const other = await example.sign(new TextEncoder().encode('other'));
    for (const bad of [spoilt, other, new Uint8Array([1, 2, 3])])
      expect(await check([good, bad])).toMatchObject({
        verdict: 'failed',
        signatures: [{ verdict: 'passed' }, { verdict: 'failed' }],
      });
  });

  it('is untrusted if the document is another one', async () => {
    const first = { ...document, octets: octets.with(0, 0) };
    expect(await check([good], first)).toMatchObject({ verdict: 'failed', signatures: [{ problems: ['not-valid'] }] });
  });

  it('takes no second document for a signature', async () => {
    expect(await problems(good, octets)).toEqual([[], ['not-cms']]);
  });

  it('asks for a timestamp', async () => {
    expect((await problems(await example.signPlain(octets)))[0]).toContain('no-timestamp');
  });

  it('asks for the proof inside the signature, also if the verifier has lists', async () => {
    expect(await byLists(await stamped([]))).toMatchObject({
      verdict: 'failed',
      signatures: [{ problems: ['no-proof'], report: { verdict: 'passed' } }],
    });
  });

  it.each([
    [-5, []],
    [5, []],
    [-5.1, ['proof-outside-window']],
    [5.1, ['proof-outside-window']],
  ])('takes or refuses an answer %f minutes from the timestamp: %j', async (minutes, problemsFound) => {
    expect((await byLists(await stamped([later(minutes)]))).signatures).toMatchObject([{ problems: problemsFound }]);
  });

  it('is not satisfied by an answer that a stranger signed, though the verifier has a list that says good', async () => {
    const stranger = (await openExample(family, now)).authority.ocsp;
    expect(await byLists(await stamped([later(1)], { responder: stranger }))).toMatchObject({
      verdict: 'indeterminate',
      signatures: [{ problems: ['proof-unchecked'], report: { verdict: 'passed' } }],
    });
  });

  it('takes a list that is valid at the timestamp where the answer is of another time', async () => {
    expect(await problems(await example.sign(octets, { at: later(10), answeredAt: later(20) }))).toEqual([[]]);
  });

  it.each([
    ['begins with the timestamp', 0, 60, []],
    ['ends with the timestamp', -60, 0, []],
    ['begins after the timestamp', 1, 60, ['proof-outside-window']],
    ['has ended before the timestamp', -60, -1, ['proof-outside-window']],
  ])('takes or refuses a list that %s: thisUpdate ≤ genTime ≤ nextUpdate', async (_, from, until, problemsFound) => {
    const lists = [listOf(example.authority.nca, later(from), later(until))];
    expect((await byLists(await stamped([], { lists }))).signatures).toMatchObject([{ problems: problemsFound }]);
  });

  it('takes no answer about another certificate, and no list of another authority, for the proof', async () => {
    const lists = [listOf(example.authority.root, later(-1), later(60))];
    const about = (await example.person('Сауле')).certificate;
    for (const cms of [await stamped([], { lists }), await stamped([now], { about })])
      expect((await byLists(cms)).signatures).toMatchObject([{ problems: ['no-proof'] }]);
  });

  it('asks for the certificate inside the signature', async () => {
    const cms = withoutCertificates(good);
    expect(await problems(cms)).toEqual([['not-valid', 'certificate-outside']]);
  });

  it('refuses a signature that brings a content of its own', async () => {
    const signer = await example.person('Азамат');
    const cms = signCms({ content: octets, signer, detached: false, signingTime: now });
    expect(await problems(cms)).toEqual([['attached']]);
  });

  it('is not trusted under another authority', async () => {
    const other = await openExample(family, now);
    const pdf = attach([document, { name: '1.p7s', octets: good }]);
    const { profile, authority } = other;
    const input = { pdf, at: later(60), profile, certificates: [authority.root.certificate], crls: [] };
    const { verdict } = await checkCard(input, async () => {});
    expect(verdict).not.toBe('passed');
  });

  const byLists = (cms: Uint8Array) => check([cms], document, later(60), example.crls);

  /** With a timestamp, answers of these times, and no list but those that are given. */
  async function stamped(answers: readonly Date[], given: Given = {}): Promise<Uint8Array> {
    const { authority } = example;
    const { responder = authority.ocsp, lists = [] } = given;
    const signer = await example.person('Азамат');
    const cms = await signDetached(octets, signer, now);
    const [asked] = readSignatures(cms);
    const request = makeTimestampRequest(asked!.algorithm, asked!.digest, new Uint8Array(16));
    const stamp = { signer: authority.tsa, policy: '1.2.398.3.3.2.6.2', now, random: systemRandom };
    const timestamp = parseTimestampResponse(answerTimestamp(request, stamp)).der;
    const subject = [given.about ?? signer.certificate, authority.nca.certificate].map((der) => parseCertificate(der));
    const question = makeOcspRequest(subject[0]!, subject[1]!, new Uint8Array(16));
    const ocsps = answers.map((at) => {
      const answer = { responder, issuer: authority.nca.certificate, now: at };
      return parseOcspResponse(answerOcsp(question, { ...answer, statusOf: () => 'good' })).der;
    });
    return spliceEvidence(cms, [authority.nca.certificate], [{ timestamp, crls: lists, ocsps }]);
  }
});

/** Who answers, about which certificate; else the authority about the signer's. */
interface Given {
  readonly responder?: Signer;
  readonly about?: Uint8Array;
  readonly lists?: readonly Uint8Array[];
}

/** An empty list of this authority. */
const listOf = (issuer: Signer, thisUpdate: Date, nextUpdate: Date): Uint8Array =>
  signCrl(
    {
      issuer: readIssued(issuer.certificate).subject,
      ...{ issuerKeyIdentifier: identifierOf(issuer), thisUpdate, nextUpdate, number: 1, revoked: [] },
    },
    issuer.privateKey,
  );

/** The same CMS with an empty set of certificates. */
function withoutCertificates(cms: Uint8Array): Uint8Array {
  const info = new Fields(readBer(cms, { elements: 20_000 }));
  const type = info.any();
  const fields = info.any().children[0]!.children;
  const kept = fields.map(({ tag, raw }) => (tag === contextConstructed(0) ? writeDer(tag) : raw));
  expect(openSignerInfos(cms)).toHaveLength(1);
  return writeDer(tags.sequence, type.raw, writeDer(contextConstructed(0), writeDer(tags.sequence, ...kept)));
}

describe('a file that is no card', () => {
  const check = (pdf: Uint8Array) =>
    checkCard({ pdf, at: now, profile: demo, certificates: [], crls: [] }, async () => {});

  it.each([
    ['is something else', new Uint8Array([0x50, 0x4b]), 'pdf-not'],
    ['brings nothing', attach([]), 'no-attachment'],
    ['brings only a document', attach([document]), 'no-signature'],
    ['brings a program by its name', attach([{ name: 'Справка.pdf.EXE ', octets }, document]), 'document-executable'],
    [
      'brings a program by its beginning',
      attach([{ name: 'a.pdf', octets: new Uint8Array([0x4d, 0x5a, 0]) }, document]),
      'document-executable',
    ],
  ])('because it %s is refused by name', async (_, pdf, problem) => {
    expect(await check(pdf)).toMatchObject({ verdict: 'failed', problem, signatures: [] });
  });

  it('is told in every language, with the words that pages prove nothing', async () => {
    const report = await check(attach([document]));
    expect(describeCard(report, 'ru')).toContain('Этой карточке доверять нельзя.');
    expect(describeCard(report, 'kk')).toContain('Бұл карточкаға сенуге болмайды.');
    expect(describeCard(report, 'en')).toContain('The pages of a card prove nothing');
  });
});
