import { createHash } from 'node:crypto';
import { implicit, integer, nothing, oid, sequence, tagged } from '../../../lib/signing/der-writer.ts';
import { extendedKeyUsage, extension, keyUsage } from '../../../lib/local/authority/extension.ts';
import { purposes } from '../../../lib/local/authority/profile.ts';
import { contentTypeAttribute, contentTypes, signingCertificateV2 } from '../../../lib/signing/signer-info.ts';
import { distinguishedName } from '../../../lib/local/authority/name.ts';
import { answered, listOf, sha256, stamped } from '../additions.ts';
import { at, day, minute } from '../blueprint.ts';
import { mintCertificate } from '../mint-certificate.ts';
import type { Blueprint } from '../plans.ts';
import { failing, flipLast, harmless, open, signingWrongly, type Spoil } from '../spoil.ts';

const skewOf = ({ profile }: Blueprint): number => profile.clockSkew * 1000;
/** A second, 999 milliseconds and 1,000 microseconds' worth: two seconds in all. */
const accuracy = sequence(integer(1), implicit(0, Uint8Array.of(3, 0xe7)), implicit(1, Uint8Array.of(3, 0xe8)));

const tokens: readonly Spoil[] = [
  harmless('a good timestamp', (b) => {
    stamped(b);
  }),
  failing('no timestamp where one is required', 'timestamp-form/timestamp-missing', (b) => {
    b.profile = { ...b.profile, timestampRequired: true };
  }),
  failing('a timestamp of another content type', 'timestamp-form/timestamp-malformed', (b) => {
    stamped(b).contentType = contentTypes.data;
  }),
  failing('a timestamp with an unknown critical extension', 'timestamp-form/timestamp-unknown-critical', (b) => {
    stamped(b).more.push(tagged(1, extension('1.2.3.4.5', nothing), extension('1.2.3.4.6', nothing, true)));
  }),
  harmless('a timestamp with an unknown extension that is not critical', (b) => {
    stamped(b).more.push(tagged(1, extension('1.2.3.4.5', nothing)));
  }),
  failing('a timestamp that has an extension twice', 'timestamp-form/timestamp-malformed', (b) => {
    stamped(b).more.push(tagged(1, extension('1.2.3.4.5', nothing), extension('1.2.3.4.5', nothing)));
  }),
  failing('a timestamp with extensions of which there are none', 'timestamp-form/timestamp-malformed', (b) => {
    stamped(b).more.push(tagged(1));
  }),
  failing('a timestamp over something else', 'timestamp-imprint/imprint-differs', (b) => {
    const { key } = stamped(b);
    stamped(b).imprint = (signature) => ({
      algorithm: key.digestAlgorithm,
      digest: key.digest(flipLast(signature)),
    });
  }),
  failing('a timestamp over the content in place of the signature', 'timestamp-imprint/imprint-differs', (b) => {
    const { key } = stamped(b);
    stamped(b).imprint = () => ({ algorithm: key.digestAlgorithm, digest: key.digest(b.content) });
  }),
  failing('a timestamp over a SHA-1 digest', 'timestamp-imprint/imprint-weak', (b) => {
    stamped(b).imprint = (signature) => ({
      algorithm: sequence(oid('1.3.14.3.2.26'), nothing),
      digest: createHash('sha1').update(signature).digest(),
    });
  }),
  failing('a timestamp over an unknown digest', 'timestamp-imprint/digest-unknown', (b) => {
    stamped(b).imprint = (signature) => ({ algorithm: sequence(oid('1.2.3.4')), digest: sha256(signature) });
  }),
  failing("a bit of the timestamp's signature turned", 'timestamp-signature/signature-invalid', (b) => {
    stamped(b).key = signingWrongly(b.world.keys.tsa, flipLast);
  }),
  failing("a stranger's timestamp in the authority's name", 'timestamp-signature/signature-invalid', (b) => {
    stamped(b).key = b.world.keys.stranger;
  }),
  failing('a timestamp without its signer', 'timestamp-signature/certificate-missing', (b) => {
    stamped(b).withCertificate = false;
  }),
  harmless('a timestamp whose signer the verifier knows', (b) => {
    stamped(b).withCertificate = false;
    b.others.push(b.tsa);
  }),
  failing('a timestamp that binds no certificate', 'timestamp-signature/attribute-missing', (b) => {
    stamped(b).attributes.delete('signingCertificate');
  }),
  failing('a timestamp that binds another certificate', 'timestamp-signature/certificate-hash-differs', (b) => {
    stamped(b).attributes.set('signingCertificate', () => signingCertificateV2(mintCertificate(b.nca), sha256));
  }),
  failing('a timestamp whose attributes say plain data', 'timestamp-signature/content-type-differs', (b) => {
    stamped(b).attributes.set('contentType', () => contentTypeAttribute(contentTypes.data));
  }),
  failing('a timestamp from the future', 'timestamp-time/time-in-future', (b) => {
    stamped(b).genTime = at(10 * minute);
  }),
  harmless('a timestamp from a clock a little ahead', (b) => {
    stamped(b).genTime = at(2 * minute);
  }),
  harmless('a timestamp ahead by no more than the skew of clocks and its own accuracy', (b) => {
    stamped(b).genTime = at(skewOf(b) + 2_000);
    stamped(b).more.push(accuracy);
  }),
  failing('a timestamp ahead by a second more', 'timestamp-time/time-in-future', (b) => {
    stamped(b).genTime = at(skewOf(b) + 3_000);
    stamped(b).more.push(accuracy);
  }),
];

const authorities: readonly Spoil[] = [
  failing('a timestamp by a person', 'timestamp-authority/purpose-wrong', (b) => {
    stamped(b);
    b.tsa.extensions.set('extendedKeyUsage', extendedKeyUsage([purposes.emailProtection], true));
  }),
  failing('a timestamp authority without its purpose', 'timestamp-authority/purpose-wrong', (b) => {
    stamped(b);
    b.tsa.extensions.delete('extendedKeyUsage');
  }),
  failing('a timestamp authority whose purpose is not critical', 'timestamp-authority/purpose-not-alone', (b) => {
    stamped(b);
    b.tsa.extensions.set('extendedKeyUsage', extendedKeyUsage([purposes.timeStamping]));
    // Another critical extension does not replace it.
    b.tsa.extensions.set('keyUsage', keyUsage('digitalSignature'));
  }),
  failing('a timestamp authority for something else besides', 'timestamp-authority/purpose-not-alone', (b) => {
    stamped(b);
    const both = [purposes.timeStamping, purposes.emailProtection];
    b.tsa.extensions.set('extendedKeyUsage', extendedKeyUsage(both, true));
  }),
  failing('a timestamp authority with a key to encipher', 'timestamp-authority/usage-wrong', (b) => {
    stamped(b);
    b.tsa.extensions.set('keyUsage', keyUsage('keyEncipherment'));
  }),
  harmless('a timestamp authority with a key for digital signatures alone', (b) => {
    stamped(b);
    b.tsa.extensions.set('keyUsage', keyUsage('digitalSignature'));
  }),
  harmless('a timestamp authority with a key for non-repudiation alone', (b) => {
    stamped(b);
    b.tsa.extensions.set('keyUsage', keyUsage('nonRepudiation'));
  }),
  failing('a timestamp under the policy of nobody', 'timestamp-authority/policy-wrong', (b) => {
    stamped(b).policy = '1.2.3.4';
  }),
  harmless('a timestamp under the policy of nobody where the profile asks for none', (b) => {
    stamped(b).policy = '1.2.3.4';
    b.profile = { ...b.profile, timestampPolicyArcs: [] };
  }),
  failing('a timestamp authority made by a stranger', 'certificate-signature', (b) => {
    stamped(b);
    b.tsa.signedBy = b.world.keys.stranger;
  }),
  failing('a timestamp authority that had expired', 'certificate-validity/certificate-expired', (b) => {
    stamped(b);
    b.tsa.notAfter = at(-2 * minute);
  }),
  failing('a revoked timestamp authority', 'certificate-not-revoked/certificate-revoked', (b) => {
    stamped(b);
    listOf(b).revoked = [{ serial: b.tsa.serial, at: at(-day), reason: 'keyCompromise' }];
  }),
];

/** The only list is the one at the address that the person's certificate names. */
const pointOfAddress = extension(
  '2.5.29.28',
  sequence(tagged(0, tagged(0, implicit(6, Buffer.from('http://demo-authority.localhost/crl/mint.crl'))))),
  true,
);

const times: readonly Spoil[] = [
  harmless('an expired certificate with a timestamp of its life', (b) => {
    stamped(b).genTime = at(-2 * day);
    b.person.notAfter = at(-day);
  }),
  failing('an expired certificate with a later timestamp', 'certificate-validity/certificate-expired', (b) => {
    stamped(b);
    b.person.notAfter = at(-day);
  }),
  harmless('a certificate revoked after the timestamp', (b) => {
    stamped(b).genTime = at(-2 * day);
    listOf(b).revoked = [{ serial: b.person.serial, at: at(-day), reason: 'superseded' }];
  }),
  failing('a certificate revoked before the timestamp', 'certificate-not-revoked/certificate-revoked', (b) => {
    stamped(b);
    listOf(b).revoked = [{ serial: b.person.serial, at: at(-day), reason: 'superseded' }];
  }),
  open('a timestamp whose authority nobody can ask about', 'certificate-not-revoked/crl-scope', (b) => {
    stamped(b);
    b.tsa.extensions.delete('crlDistributionPoints');
    listOf(b).more.push(pointOfAddress);
  }),
];

/**
 * There is no list of the NCA, and an answer is only about the person: the authority of the timestamp cannot be
 * checked.
 */
function unchecked(b: Blueprint): void {
  answered(b);
  const plan = b.ocsp!;
  delete b.ocsp;
  b.moreOcsps.push({ ...plan, withTimestamp: false });
}

/** What may yet prove to be good has not failed. */
const lateLists: readonly Spoil[] = [
  open(
    'an expired signer, and a timestamp whose authority nobody can ask about',
    'certificate-not-revoked/crl-missing',
    (b) => {
      unchecked(b);
      stamped(b).genTime = at(-2 * day);
      b.person.notAfter = at(-day);
    },
  ),
  failing(
    'a signer expired before a timestamp whose authority nobody can ask about',
    ['certificate-not-revoked/crl-missing', 'certificate-validity/certificate-expired'],
    (b) => {
      unchecked(b);
      stamped(b).genTime = at(-2 * day);
      b.person.notAfter = at(-3 * day);
    },
  ),
  open('a timestamp whose authority’s issuer is not there', 'path-found/issuer-not-found', (b) => {
    stamped(b);
    b.tsa.issuer = distinguishedName(['commonName', 'NOBODY'], ['country', 'KZ']);
  }),
  harmless('a timestamp that brings the list about its authority', (b) => {
    const list = listOf(b);
    unchecked(b);
    stamped(b).genTime = at(-2 * day);
    b.person.notAfter = at(-day);
    stamped(b).carried = { certificates: [], crls: [list], ocsps: [] };
  }),
];

export const timestampSpoils: readonly Spoil[] = [...tokens, ...authorities, ...times, ...lateLists];
