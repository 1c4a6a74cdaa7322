import { nothing } from '../../../lib/signing/der-writer.ts';
import { extendedKeyUsage, extension, keyUsage } from '../../../lib/local/authority/extension.ts';
import { neverIssued, refuseOcsp } from '../../../lib/local/authority/ocsp.ts';
import { purposes } from '../../../lib/local/authority/profile.ts';
import { answered, listOf, stamped } from '../additions.ts';
import { at, day, minute } from '../blueprint.ts';
import type { Blueprint, CrlPlan } from '../plans.ts';
import { failing, flipLast, harmless, open, type Spoil } from '../spoil.ts';
import { signingBySha1 } from '../../../bin/fuzz/evidence/signing-by.ts';

const unknown = (problem: string): string => `certificate-not-revoked/${problem}`;

/** The responder depends on a list that is too old to say anything about the person. */
function vouchedByList(b: Blueprint): CrlPlan {
  const list = listOf(b);
  b.person.notBefore = at(-minute);
  answered(b);
  b.ocspResponder.extensions.delete('ocspNoCheck');
  b.ncaCrl = list;
  return list;
}

const answers: readonly Spoil[] = [
  harmless('good by OCSP', (b) => {
    answered(b);
  }),
  failing('revoked by OCSP', unknown('certificate-revoked'), (b) => {
    answered(b).status = { revokedAt: at(-day), reason: 'keyCompromise' };
  }),
  failing('on hold by OCSP', unknown('certificate-revoked'), (b) => {
    answered(b).status = { revokedAt: at(-day), reason: 'certificateHold' };
  }),
  failing('never issued', unknown('certificate-never-issued'), (b) => {
    answered(b).status = neverIssued;
  }),
  failing(
    'on hold since 1970 by a responder that does not speak of the never issued',
    unknown('certificate-revoked'),
    (b) => {
      answered(b).status = neverIssued;
      answered(b).extendedRevoke = false;
    },
  ),
  harmless('revoked later than the moment in question', (b) => {
    answered(b).status = { revokedAt: at(minute) };
  }),
  open('unknown to the responder', unknown('ocsp-unknown'), (b) => {
    answered(b).status = 'unknown';
  }),
  failing('good by an older list, revoked by a newer answer', unknown('certificate-revoked'), (b) => {
    const { ncaCrl } = b;
    answered(b).status = { revokedAt: at(-day) };
    b.ncaCrl = ncaCrl!;
  }),
  failing("a list that revokes beside a stranger's good answer", unknown('certificate-revoked'), (b) => {
    const list = listOf(b);
    list.revoked = [{ serial: b.person.serial, at: at(-3 * day), reason: 'keyCompromise' }];
    answered(b).signedBy = b.world.keys.stranger;
    b.ncaCrl = list;
  }),
  failing('a list that revokes beside an older good answer', unknown('certificate-revoked'), (b) => {
    const list = listOf(b);
    list.revoked = [{ serial: b.person.serial, at: at(-60 * minute), reason: 'keyCompromise' }];
    list.thisUpdate = at(-30 * minute);
    answered(b).thisUpdate = at(-45 * minute);
    b.ncaCrl = list;
  }),
  open('an answer about another certificate', unknown('crl-missing'), (b) => {
    answered(b).serial = flipLast(b.person.serial);
  }),
  open("an answer about another issuer's certificate", unknown('crl-missing'), (b) => {
    answered(b).issuer = 'root';
  }),
  harmless('a CertID by SHA-1', (b) => {
    answered(b).certIdDigest = 'sha1';
  }),
  harmless('a responder named by its key', (b) => {
    answered(b).namedBy = 'keyHash';
  }),
  open('"try later"', unknown('crl-missing'), (b) => {
    answered(b).edit = () => refuseOcsp('tryLater');
  }),
];

const freshness: readonly Spoil[] = [
  open('an outdated answer', unknown('ocsp-stale'), (b) => {
    answered(b).thisUpdate = at(-2 * day);
    answered(b).nextUpdate = at(-day);
  }),
  open('an answer of no promised life from two days ago', unknown('ocsp-stale'), (b) => {
    answered(b).thisUpdate = at(-2 * day);
  }),
  open('an answer that may have dropped the expired', unknown('ocsp-newer-than-certificate'), (b) => {
    b.profile = { ...b.profile, listsKeepExpired: false };
    b.person.notAfter = at(-day);
    stamped(b).genTime = at(-2 * day);
    answered(b);
  }),
  open('an answer from the future', unknown('ocsp-from-future'), (b) => {
    answered(b).thisUpdate = at(10 * minute);
  }),
];

const responders: readonly Spoil[] = [
  harmless('answered by the issuer itself', (b) => {
    answered(b).signedBy = b.nca.key;
    b.ocspResponder = b.nca;
  }),
  open('an answer without its responder', unknown('ocsp-unverified'), (b) => {
    answered(b).withCertificate = false;
  }),
  harmless('an answer whose responder the verifier knows', (b) => {
    answered(b).withCertificate = false;
    b.others.push(b.ocspResponder);
  }),
  harmless('an answer whose responder the verifier knows by its key', (b) => {
    Object.assign(answered(b), { withCertificate: false, namedBy: 'keyHash' });
    b.others.push(b.ocspResponder);
  }),
  open("a stranger's answer in the responder's name", unknown('ocsp-unverified'), (b) => {
    answered(b).signedBy = b.world.keys.stranger;
  }),
  open('a responder without the purpose', unknown('ocsp-unverified'), (b) => {
    answered(b);
    b.ocspResponder.extensions.set('extendedKeyUsage', extendedKeyUsage([purposes.emailProtection]));
  }),
  open('a responder with a key to encipher', unknown('ocsp-unverified'), (b) => {
    answered(b);
    b.ocspResponder.extensions.set('keyUsage', keyUsage('keyEncipherment'));
  }),
  harmless('a responder with a key for digital signatures alone', (b) => {
    answered(b);
    b.ocspResponder.extensions.set('keyUsage', keyUsage('digitalSignature'));
  }),
  harmless('a responder with a key for non-repudiation alone', (b) => {
    answered(b);
    b.ocspResponder.extensions.set('keyUsage', keyUsage('nonRepudiation'));
  }),
  open('a responder without any extended purpose', unknown('ocsp-unverified'), (b) => {
    answered(b);
    b.ocspResponder.extensions.delete('extendedKeyUsage');
  }),
  open('a responder with an unknown critical extension', unknown('ocsp-unverified'), (b) => {
    answered(b);
    b.ocspResponder.extensions.set('unknown', extension('1.2.3.4.5', nothing, true));
  }),
  harmless('a responder whose nocheck is critical', (b) => {
    answered(b);
    b.ocspResponder.extensions.set('ocspNoCheck', extension('1.3.6.1.5.5.7.48.1.5', nothing, true));
  }),
  open('a responder of another authority', unknown('ocsp-unverified'), (b) => {
    answered(b);
    b.ocspResponder.issuer = b.root.subject;
    b.ocspResponder.signedBy = b.root.key;
  }),
  open('a responder that a stranger made in the name of the authority', unknown('ocsp-unverified'), (b) => {
    answered(b);
    b.ocspResponder.signedBy = b.world.keys.stranger;
  }),
  open('a responder whose certificate had expired', unknown('ocsp-unverified'), (b) => {
    answered(b);
    b.ocspResponder.notAfter = at(-day);
  }),
  open('an answer by the one whom it is about', unknown('ocsp-unverified'), (b) => {
    answered(b).signedBy = b.person.key;
    b.ocspResponder = b.person;
  }),
  open('a responder for whom nobody vouches', unknown('ocsp-responder-unchecked'), (b) => {
    answered(b);
    b.ocspResponder.extensions.delete('ocspNoCheck');
  }),
  harmless('a responder for whom a list vouches', (b) => {
    vouchedByList(b);
  }),
  open('a responder whom a list revokes', unknown('crl-older-than-certificate'), (b) => {
    vouchedByList(b).revoked = [{ serial: b.ocspResponder.serial, at: at(-day) }];
  }),
  open(
    'an answer signed by SHA-1',
    unknown('ocsp-algorithm'),
    (b) => {
      answered(b).signedBy = signingBySha1(b.world.keys.ocsp);
    },
    { families: ['rsa', 'ecdsa'] },
  ),
];

export const ocspSpoils: readonly Spoil[] = [...answers, ...freshness, ...responders];
