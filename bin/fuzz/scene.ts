import { signCms } from '../../lib/local/authority/cms.ts';
import { signCrl } from '../../lib/local/authority/crl.ts';
import { issueIntermediate, issueOcspResponder, issuePerson, issueRoot } from '../../lib/local/authority/issuer.ts';
import { readIssued } from '../../lib/signing/issued.ts';
import { certIdOf, signOcsp } from '../../lib/local/authority/ocsp.ts';
import { systemRandom } from '../../lib/signing/random.ts';
import type { Signer } from '../../lib/signing/signer-info.ts';
import type { KeyFamily } from '../../lib/signing/signing-key.ts';
import { findProfile } from '../../lib/eds/profiles/find-profile.ts';
import { EdsCache, verifyEds, type EdsInput } from '../../lib/eds/verify.ts';
import type { Verdict } from '../../lib/eds/report.ts';
import { parseCertificate } from '../../lib/eds/x509/certificate.ts';
import { makeArchivedScenes } from './archived-scene.ts';
import type { Fixture } from './fixtures.ts';

/** A document within a verification: the verdict if another document replaces it. */
export interface Scene extends Fixture {
  /** The verdict with the original document. */
  readonly before: Verdict;
  /** The verdict with these octets instead, or `same` if what passed is what was signed before. */
  readonly verdict: (bytes: Uint8Array) => Verdict | 'same';
}

const at = new Date('2026-03-15T12:00:00Z');
const period = { notBefore: new Date('2026-03-01T00:00:00Z'), notAfter: new Date('2027-03-01T00:00:00Z') };
const addresses = { crl: 'http://demo-authority.localhost/list.crl' };
const content = Buffer.from('a request for a service');

/** A list of this issuer, made an hour ago. */
const listOf = (issuer: Signer, revoked: readonly Signer[]): Uint8Array => {
  const { subject, subjectKeyIdentifier = new Uint8Array() } = readIssued(issuer.certificate);
  return signCrl(
    {
      issuer: subject,
      issuerKeyIdentifier: subjectKeyIdentifier,
      thisUpdate: new Date(at.getTime() - 3_600_000),
      nextUpdate: new Date(at.getTime() + 86_400_000),
      number: 1,
      revoked: revoked.map(({ certificate }) => ({
        serial: readIssued(certificate).serial,
        at: new Date(at.getTime() - 7_200_000),
        reason: 'keyCompromise',
      })),
    },
    issuer.privateKey,
  );
};

/**
 * An authority of one family, a person and all evidence about them, as a verification that passes and some that do not.
 */
export const makeScenes = async (family: KeyFamily): Promise<readonly Scene[]> => {
  const options = { random: systemRandom, ...period };
  const root = await issueRoot(family, 'Fuzzed Root', options);
  const authority = await issueIntermediate(root, 'Fuzzed Authority', addresses, options);
  const responder = await issueOcspResponder(authority, 'Fuzzed Responder', options);
  const person = await issuePerson(authority, {
    ...options,
    person: { surname: 'Сынақов', firstName: 'Сынақ', iin: '123456789011' },
    role: 'individual',
    addresses,
  });
  const profile = findProfile('test', [`${parseCertificate(root.certificate).fingerprint}=persons+timestamps`]);
  if (profile === undefined) throw new TypeError('there is no test profile');
  const rootList = listOf(root, []);
  const good: EdsInput = {
    cms: signCms({ content, signer: person, signingTime: at }),
    content,
    at,
    profile,
    certificates: [root.certificate, authority.certificate],
    crls: [rootList, listOf(authority, [])],
    cache: new EdsCache(),
  };
  const revokingList = listOf(authority, [person]);
  const revoked = { ...good, crls: [rootList, revokingList] };
  const answer = signOcsp({
    responder,
    producedAt: new Date(at.getTime() - 60_000),
    answers: [
      {
        certId: certIdOf(authority.certificate, readIssued(person.certificate).serial),
        status: { revokedAt: new Date(at.getTime() - 7_200_000), reason: 'keyCompromise' },
        thisUpdate: new Date(at.getTime() - 60_000),
      },
    ],
  });
  const answered = { ...good, crls: [rootList], ocsps: [answer] };
  const signer = parseCertificate(person.certificate).fingerprint;

  const scene = (name: string, kind: Fixture['kind'], input: EdsInput, place: (bytes: Uint8Array) => EdsInput) => {
    const judge = (bytes: Uint8Array): Verdict | 'same' => {
      const { verdict, signers } = verifyEds(place(bytes));
      const same = signers.every(({ certificate }) => certificate === signer);
      return verdict === 'passed' && kind === 'cms' && same ? 'same' : verdict;
    };
    return { name: `${family} ${name}`, kind, verdict: judge, before: verifyEds(input).verdict };
  };
  const stranger = await issueRoot(family, 'Fuzzed Stranger Root', options);
  const archived = await makeArchivedScenes({ input: good, authority, stranger, options });
  const ber = signCms({ content, signer: person, signingTime: at, ber: true });
  return [
    { ...scene('signature', 'cms', good, (cms) => ({ ...good, cms })), bytes: good.cms },
    { ...scene('signature in BER', 'cms', { ...good, cms: ber }, (cms) => ({ ...good, cms })), bytes: ber },
    { ...scene('signature of a revoked person', 'cms', revoked, (cms) => ({ ...revoked, cms })), bytes: good.cms },
    {
      ...scene('authority', 'certificate', good, (der) => ({ ...good, certificates: [root.certificate, der] })),
      bytes: authority.certificate,
    },
    {
      ...scene('list that revokes', 'crl', revoked, (der) => ({ ...revoked, crls: [rootList, der] })),
      bytes: revokingList,
    },
    {
      ...scene('answer that revokes', 'ocsp', answered, (der) => ({ ...answered, ocsps: [der] })),
      bytes: answer,
    },
    ...archived.map((each) => ({ ...each, name: `${family} ${each.name}` })),
  ];
};
