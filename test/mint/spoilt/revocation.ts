import { authorityIdentifierOf } from '../../../lib/local/authority/certificate.ts';
import { implicit, nothing, sequence, tagged } from '../../../lib/signing/der-writer.ts';
import { extension, keyUsage, ocspNoCheck } from '../../../lib/local/authority/extension.ts';
import { distinguishedName } from '../../../lib/local/authority/name.ts';
import { listOf, stamped, withDelta } from '../additions.ts';
import { at, day, minute } from '../blueprint.ts';
import type { Blueprint, CertificatePlan, CrlPlan } from '../plans.ts';
import { failing, flipLast, harmless, open, type Spoil } from '../spoil.ts';
import { signingBySha1 } from '../../../bin/fuzz/evidence/signing-by.ts';

const revoked = 'certificate-not-revoked/certificate-revoked';
const unknown = (problem: string): string => `certificate-not-revoked/${problem}`;

type Holder = 'person' | 'nca';
const revoke = (list: CrlPlan, b: Blueprint, holder: Holder, when: Date): void => {
  list.revoked = [{ serial: b[holder].serial, at: when, reason: 'keyCompromise' }];
};

const entries: readonly Spoil[] = [
  failing('a revoked certificate', revoked, (b) => revoke(listOf(b), b, 'person', at(-day))),
  failing('a revoked certificate without a reason', revoked, (b) => {
    listOf(b).revoked = [{ serial: b.person.serial, at: at(-day) }];
  }),
  failing('a certificate on hold', revoked, (b) => {
    listOf(b).revoked = [{ serial: b.person.serial, at: at(-day), reason: 'certificateHold' }];
  }),
  failing('a certificate revoked this very second', revoked, (b) => revoke(listOf(b), b, 'person', b.now)),
  failing('a revoked intermediate', revoked, (b) => revoke(b.rootCrl, b, 'nca', at(-day))),
  harmless('another revoked certificate', (b) => {
    listOf(b).revoked = [{ serial: flipLast(b.person.serial), at: at(-day), reason: 'keyCompromise' }];
  }),
  harmless('a revocation that is still to come', (b) => revoke(listOf(b), b, 'person', at(day))),
  failing('revoked by a delta list', revoked, (b) => revoke(withDelta(b), b, 'person', at(-minute))),
  harmless('a hold that a delta list lifted', (b) => {
    const { serial } = b.person;
    const delta = withDelta(b);
    listOf(b).revoked = [{ serial, at: at(-day), reason: 'certificateHold' }];
    delta.revoked = [{ serial, at: at(-day), reason: 'removeFromCRL' }];
  }),
  open('a line with an unknown critical extension', unknown('crl-unknown-critical'), (b) => {
    listOf(b).revoked = [{ serial: b.person.serial, at: at(-day), more: [extension('1.2.3.4.5', nothing, true)] }];
  }),
  open('a line whose reason is no number', unknown('crl-entry-malformed'), (b) => {
    listOf(b).revoked = [{ serial: b.person.serial, at: at(-day), more: [extension('2.5.29.21', nothing)] }];
  }),
];

/** freshestCRL (RFC 5280 5.2.6). */
const promise = extension(
  '2.5.29.46',
  sequence(sequence(tagged(0, tagged(0, implicit(6, Buffer.from('http://demo-authority.localhost/delta.crl')))))),
);

const lists: readonly Spoil[] = [
  open('no list', unknown('crl-missing'), (b) => {
    delete b.ncaCrl;
  }),
  open("no list of the root's", unknown('crl-missing'), (b) => {
    b.rootCrl.issuer = b.person.subject;
  }),
  open('an outdated list', unknown('crl-expired'), (b) => {
    listOf(b).nextUpdate = at(-1000);
  }),
  open('a list that promises no successor', unknown('crl-expired'), (b) => {
    delete listOf(b).nextUpdate;
  }),
  open('a list from the future', unknown('crl-from-future'), (b) => {
    listOf(b).thisUpdate = at(10 * minute);
  }),
  open('a list older than the certificate', unknown('crl-older-than-certificate'), (b) => {
    b.person.notBefore = at(-day);
  }),
  open('a list that may have dropped the expired', unknown('crl-newer-than-certificate'), (b) => {
    b.profile = { ...b.profile, listsKeepExpired: false };
    stamped(b).genTime = at(-4 * day);
    b.person.notAfter = at(-3 * day);
  }),
  open("a bit of the list's signature turned", unknown('crl-signature'), (b) => {
    listOf(b).edit = flipLast;
  }),
  open("a stranger's list in the name of the authority", unknown('crl-signature'), (b) => {
    listOf(b).signedBy = b.world.keys.stranger;
  }),
  open('a list signed by the one whom it is about', unknown('crl-signature'), (b) => {
    listOf(b).signedBy = b.person.key;
  }),
  open('a list that names two algorithms', unknown('crl-missing'), (b) => {
    const inner = listOf(b).signedBy.signatureAlgorithm;
    listOf(b).edit = (der) => {
      const copy = Uint8Array.from(der);
      const place = Buffer.from(der).indexOf(inner);
      copy.set(flipLast(inner), place);
      return copy;
    };
  }),
  open('an authority that may not sign lists', unknown('crl-signer-key-usage'), (b) => {
    b.nca.extensions.set('keyUsage', keyUsage('keyCertSign'));
  }),
  open('a list with an unknown critical extension', unknown('crl-unknown-critical'), (b) => {
    listOf(b).more.push(extension('1.2.3.4.5', nothing, true));
  }),
  open(
    'a list signed by SHA-1',
    unknown('crl-algorithm'),
    (b) => {
      listOf(b).signedBy = signingBySha1(listOf(b).signedBy);
    },
    { families: ['rsa', 'ecdsa'] },
  ),
  open('a delta list with a bit of its signature turned', unknown('crl-signature'), (b) => {
    withDelta(b).edit = flipLast;
  }),
  open('a list that promises deltas, and none there', unknown('crl-delta-missing'), (b) => {
    listOf(b).more.push(promise);
  }),
  harmless('a list that promises deltas, with one that brings nothing new', (b) => {
    withDelta(b);
    listOf(b).more.push(promise);
  }),
  harmless('a list that promises deltas, with the one made together with it', (b) => {
    Object.assign(withDelta(b), { number: 7, deltaOf: 6 });
    listOf(b).more.push(promise);
  }),
  open('a list that promises deltas, with one made before it', unknown('crl-delta-missing'), (b) => {
    Object.assign(withDelta(b), { number: 6, deltaOf: 5 });
    listOf(b).more.push(promise);
  }),
  open('a list that promises deltas, with an outdated one made together with it', unknown('crl-delta-missing'), (b) => {
    Object.assign(withDelta(b), { number: 7, deltaOf: 6, nextUpdate: at(-minute) });
    listOf(b).more.push(promise);
  }),
  open("a list that promises deltas, with another authority's", unknown('crl-delta-missing'), (b) => {
    withDelta(b).issuer = b.root.issuer;
    listOf(b).more.push(promise);
  }),
  failing('revoked by a list that promises deltas, and none there', revoked, (b) => {
    revoke(listOf(b), b, 'person', at(-3 * day));
    listOf(b).more.push(promise);
  }),
  open('a revocation still to come by a list that promises deltas', unknown('crl-delta-missing'), (b) => {
    revoke(listOf(b), b, 'person', at(day));
    listOf(b).more.push(promise);
  }),
  harmless('a list that promises deltas, made after the timestamp', (b) => {
    stamped(b).genTime = at(-3 * day);
    listOf(b).more.push(promise);
  }),
  open('a delta list alone', unknown('crl-missing'), (b) => {
    withDelta(b);
    delete b.ncaCrl;
  }),
];

const issuingPoint = (...parts: readonly Uint8Array[]): Uint8Array => extension('2.5.29.28', sequence(...parts), true);
const yes = Uint8Array.of(0xff);

const scopes: readonly Spoil[] = [
  open('a list of authorities only', unknown('crl-scope'), (b) => {
    listOf(b).more.push(issuingPoint(implicit(2, yes)));
  }),
  open('a list of attribute certificates only', unknown('crl-scope'), (b) => {
    listOf(b).more.push(issuingPoint(implicit(5, yes)));
  }),
  harmless('a list of users only', (b) => {
    listOf(b).more.push(issuingPoint(implicit(1, yes)));
  }),
  open('a list of some reasons only', unknown('crl-reasons-incomplete'), (b) => {
    listOf(b).more.push(issuingPoint(implicit(3, Uint8Array.of(6, 0x40))));
  }),
  harmless('of two lists the one that can answer', (b) => {
    withDelta(b);
    delete b.deltaCrl;
    b.subCrl = { ...listOf(b), nextUpdate: at(-day), thisUpdate: at(-3 * day) };
  }),
];

const lister = distinguishedName(['commonName', 'MINT LISTER'], ['country', 'KZ']);

/**
 * Delegates the lists about the person to somebody with this name (indirect, RFC 5280 5.2.5), whose key is the
 * responder's.
 */
function delegate(b: Blueprint): CrlPlan {
  const { ocsp: key } = b.world.keys;
  const point = sequence(sequence(tagged(2, tagged(4, lister))));
  b.person.extensions.set('crlDistributionPoints', extension('2.5.29.31', point));
  const list = { ...listOf(b), issuer: lister, issuerKeyIdentifier: authorityIdentifierOf(key.spki), signedBy: key };
  b.otherCrl = { ...list, more: [issuingPoint(implicit(4, yes))] };
  delete b.ncaCrl;
  return b.otherCrl;
}

/** Gives the lister a certificate from the NCA. */
const certified = (b: Blueprint): CertificatePlan => ({
  ...b.ocspResponder,
  subject: lister,
  extensions: new Map([
    ['keyUsage', keyUsage('cRLSign')],
    ['ocspNoCheck', ocspNoCheck],
  ]),
});

const indirect: readonly Spoil[] = [
  open('an indirect list by nobody known', unknown('crl-signer-missing'), (b) => {
    delegate(b);
  }),
  open('an indirect list by somebody whom a stranger certified', unknown('crl-signer-path'), (b) => {
    delegate(b);
    b.others.push({ ...certified(b), signedBy: b.world.keys.stranger });
  }),
  open('an indirect list by somebody who may not sign lists', unknown('crl-signer-key-usage'), (b) => {
    delegate(b);
    const extensions = new Map([['keyUsage', keyUsage('digitalSignature')]]);
    b.others.push({ ...certified(b), extensions });
  }),
];

const forms: readonly Spoil[] = [
  open('a list whose distribution point says nothing', unknown('crl-form'), (b) => {
    listOf(b).more.push(extension('2.5.29.28', sequence(), true));
  }),
];

export const revocationSpoils: readonly Spoil[] = [...entries, ...lists, ...scopes, ...indirect, ...forms];
