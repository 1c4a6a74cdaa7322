import type { Revocation } from '../../../lib/local/authority/crl.ts';
import { enumerated, generalizedTime, implicit, nothing, sequence } from '../../../lib/signing/der-writer.ts';
import { extension, keyUsage } from '../../../lib/local/authority/extension.ts';
import { answeredBeside, listedBeside, listOf, withDelta } from '../additions.ts';
import { at, day, minute } from '../blueprint.ts';
import type { Blueprint, CertificatePlan } from '../plans.ts';
import { failing, flipLast, harmless, open, type Spoil } from '../spoil.ts';
import { signingBySha1 } from '../../../bin/fuzz/evidence/signing-by.ts';
import { shortRsaKey } from '../weak-keys.ts';

const revoked = 'certificate-not-revoked/certificate-revoked';
const unknown = (problem: string): string => `certificate-not-revoked/${problem}`;

const line = ({ person }: Blueprint, reason: NonNullable<Revocation['reason']> = 'keyCompromise'): Revocation => ({
  serial: person.serial,
  at: at(-3 * day),
  reason,
});
const unknownCritical = extension('1.2.3.4.5', nothing, true);

/** The list revokes or holds; an older answer says good. */
const contradicted = (b: Blueprint, reason: NonNullable<Revocation['reason']> = 'keyCompromise'): void => {
  listOf(b).revoked = [line(b, reason)];
  answeredBeside(b, { thisUpdate: at(-2 * day - minute), nextUpdate: at(day), producedAt: at(-2 * day - minute) });
};

const deltas: readonly Spoil[] = [
  failing('a list that revokes, an outdated delta and an older good answer', revoked, (b) => {
    contradicted(b);
    Object.assign(withDelta(b), { revoked: [], nextUpdate: at(-minute) });
  }),
  failing('a list that revokes, a forged delta and an older good answer', revoked, (b) => {
    contradicted(b);
    Object.assign(withDelta(b), { revoked: [], signedBy: b.world.keys.stranger });
  }),
  failing('a list that revokes and a delta that cannot be read', revoked, (b) => {
    contradicted(b);
    withDelta(b).revoked = [{ ...line(b), more: [unknownCritical] }];
  }),
  failing('a list that revokes for good, and a delta that removes', revoked, (b) => {
    listOf(b).revoked = [line(b)];
    withDelta(b).revoked = [line(b, 'removeFromCRL')];
  }),
  failing('a list that holds, and an outdated delta that lifts', revoked, (b) => {
    listOf(b).revoked = [line(b, 'certificateHold')];
    Object.assign(withDelta(b), { revoked: [line(b, 'removeFromCRL')], nextUpdate: at(-minute) });
  }),
  failing('a list that holds, and a forged delta that lifts', revoked, (b) => {
    listOf(b).revoked = [line(b, 'certificateHold')];
    Object.assign(withDelta(b), { revoked: [line(b, 'removeFromCRL')], signedBy: b.world.keys.stranger });
  }),
  failing('a delta that revokes, whose base nobody has', revoked, (b) => {
    Object.assign(withDelta(b), { revoked: [line(b)], number: 20, deltaOf: 19 });
  }),
  failing('a delta that revokes and has run out', revoked, (b) => {
    Object.assign(withDelta(b), { revoked: [line(b)], nextUpdate: at(-minute) });
  }),
  failing('a delta that revokes, and a newer one that does not', revoked, (b) => {
    withDelta(b).revoked = [line(b)];
    listedBeside(b, { number: 9, deltaOf: 7, thisUpdate: at(-1000) });
  }),
  open('a list and a newer delta with an unknown critical extension', unknown('crl-unknown-critical'), (b) => {
    withDelta(b).more.push(unknownCritical);
  }),
  open('an outdated delta', unknown('crl-expired'), (b) => {
    withDelta(b).nextUpdate = at(-1000);
  }),
];

const lists: readonly Spoil[] = [
  failing('an outdated list that revokes beside a fresh one', revoked, (b) => {
    listedBeside(b, { revoked: [line(b)], thisUpdate: at(-5 * day), nextUpdate: at(-4 * day) });
  }),
  harmless('an outdated hold beside a fresh list', (b) => {
    listedBeside(b, { revoked: [line(b, 'certificateHold')], thisUpdate: at(-5 * day), nextUpdate: at(-4 * day) });
  }),
  failing('of two lists of one moment the one that holds', revoked, (b) => {
    listedBeside(b, { revoked: [line(b, 'certificateHold')] });
  }),
  harmless('a forged newer list that revokes', (b) => {
    listedBeside(b, { revoked: [line(b)], thisUpdate: at(-minute), signedBy: b.world.keys.stranger });
  }),
  failing('a list that revokes, and a forged newer one that does not', revoked, (b) => {
    listOf(b).revoked = [line(b)];
    listedBeside(b, { thisUpdate: at(-minute), signedBy: b.world.keys.stranger });
  }),
  open('a newer list with an unknown critical extension', unknown('crl-unknown-critical'), (b) => {
    listedBeside(b, { thisUpdate: at(-minute), more: [unknownCritical] });
  }),
  open('a newer list with an unknown critical extension of a line', unknown('crl-unknown-critical'), (b) => {
    const other = { serial: flipLast(b.person.serial), at: at(-day), more: [unknownCritical] };
    listedBeside(b, { thisUpdate: at(-minute), revoked: [other] });
  }),
  open('a newer list whose line cannot be read', unknown('crl-entry-malformed'), (b) => {
    const more = [extension('2.5.29.21', nothing)];
    listedBeside(b, { thisUpdate: at(-minute), revoked: [{ serial: b.person.serial, at: at(-day), more }] });
  }),
  open('a list from the future with an unknown critical extension', unknown('crl-unknown-critical'), (b) => {
    listedBeside(b, { thisUpdate: at(day), nextUpdate: at(2 * day), more: [unknownCritical] });
  }),
  harmless('an older list with an unknown critical extension', (b) => {
    listedBeside(b, { thisUpdate: at(-3 * day), more: [unknownCritical] });
  }),
  harmless('a forged newer list with an unknown critical extension', (b) => {
    listedBeside(b, { thisUpdate: at(-minute), more: [unknownCritical], edit: flipLast });
  }),
  open('a list from the future that revokes', unknown('crl-from-future'), (b) => {
    listedBeside(b, { thisUpdate: at(day), nextUpdate: at(2 * day), revoked: [line(b)] });
  }),
  ...[0, 1].map((turned) =>
    failing(`revoked and removed in one complete list, ${turned === 0 ? 'in this order' : 'turned'}`, revoked, (b) => {
      const lines = [line(b), line(b, 'removeFromCRL')];
      listOf(b).revoked = turned === 0 ? lines : lines.toReversed();
    }),
  ),
  failing('removed in a complete list', revoked, (b) => {
    listOf(b).revoked = [line(b, 'removeFromCRL')];
  }),
  failing('a revocation to come of a key that was lost before', revoked, (b) => {
    const more = [extension('2.5.29.24', generalizedTime(at(-day)))];
    listOf(b).revoked = [{ ...line(b), at: at(minute), more }];
  }),
  failing('a hold, and a newer list of other reasons', revoked, (b) => {
    listOf(b).revoked = [line(b, 'certificateHold')];
    const some = extension('2.5.29.28', sequence(implicit(3, Uint8Array.of(6, 0x40))), true);
    listedBeside(b, { thisUpdate: at(-minute), more: [some] });
  }),
  failing('an unspecified reason, written out', revoked, (b) => {
    const { reason: _, ...plain } = line(b);
    listOf(b).revoked = [{ ...plain, more: [extension('2.5.29.21', enumerated(0))] }];
  }),
];

/** A certificate with the NCA's name, which the NCA certified to sign lists. */
function lister(b: Blueprint): { certificate: CertificatePlan; key: Blueprint['nca']['key'] } {
  const key = b.world.keys.ocsp;
  const certificate = {
    ...b.ocspResponder,
    subject: b.nca.subject,
    extensions: new Map([['keyUsage', keyUsage('cRLSign')]]),
  };
  b.others.push(certificate);
  return { certificate, key };
}

const signers: readonly Spoil[] = [
  failing('revoked by a list of the authority’s other key', revoked, (b) => {
    const { key } = lister(b);
    listedBeside(b, { signedBy: key, revoked: [line(b)] });
  }),
  open('revoked by a list whose signer is revoked', unknown('crl-signer-path'), (b) => {
    const { key, certificate } = lister(b);
    listedBeside(b, { signedBy: key, revoked: [line(b)], thisUpdate: at(-minute) });
    listOf(b).revoked = [{ serial: certificate.serial, at: at(-day), reason: 'superseded' }];
  }),
  open(
    'a newer list whose signer is revoked, with an unknown critical extension',
    unknown('crl-unknown-critical'),
    (b) => {
      const { key, certificate } = lister(b);
      listedBeside(b, { signedBy: key, more: [unknownCritical], thisUpdate: at(-minute) });
      listOf(b).revoked = [{ serial: certificate.serial, at: at(-day), reason: 'superseded' }];
    },
  ),
  open('revoked by a list whose signer had expired', unknown('crl-signer-path'), (b) => {
    const { key, certificate } = lister(b);
    certificate.notAfter = at(-minute);
    listedBeside(b, { signedBy: key, revoked: [line(b)] });
  }),
  open(
    'revoked by a list whose signer was certified by SHA-1',
    unknown('crl-algorithm'),
    (b) => {
      const { key, certificate } = lister(b);
      certificate.signedBy = signingBySha1(b.nca.key);
      listedBeside(b, { signedBy: key, revoked: [line(b)] });
    },
    { families: ['rsa', 'ecdsa'] },
  ),
  open('revoked by a list whose signer has a short key', unknown('crl-algorithm'), (b) => {
    lister(b).certificate.key = shortRsaKey;
    listedBeside(b, { signedBy: shortRsaKey, revoked: [line(b)] });
  }),
];

export const listsWeighedSpoils: readonly Spoil[] = [...deltas, ...lists, ...signers];
