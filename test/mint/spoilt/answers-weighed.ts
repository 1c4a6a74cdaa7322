import { generalizedTime, nothing } from '../../../lib/signing/der-writer.ts';
import { extension } from '../../../lib/local/authority/extension.ts';
import { neverIssued } from '../../../lib/local/authority/ocsp.ts';
import { answered, answeredBeside, listOf, stamped } from '../additions.ts';
import { at, day, minute } from '../blueprint.ts';
import type { Blueprint, OcspPlan } from '../plans.ts';
import { failing, harmless, open, type Spoil } from '../spoil.ts';
import { signingBySha1 } from '../../../bin/fuzz/evidence/signing-by.ts';

const revoked = 'certificate-not-revoked/certificate-revoked';
const unknown = (problem: string): string => `certificate-not-revoked/${problem}`;

const compromised = { revokedAt: at(-3 * day), reason: 'keyCompromise' } as const;
const held = { revokedAt: at(-3 * day), reason: 'certificateHold' } as const;
const unknownCritical = extension('1.2.3.4.5', nothing, true);

/** The answer comes in the signature's own attributes. */
function carried(b: Blueprint, more: Partial<OcspPlan> = {}): void {
  b.cms.carried = { certificates: [], crls: [], ocsps: [{ ...answered(b), ...more }] };
  delete b.ocsp;
}

const statuses: readonly Spoil[] = [
  failing('good and revoked in one answer', revoked, (b) => {
    answered(b).also = [{ status: compromised, thisUpdate: at(-minute) }];
  }),
  failing('revoked and good in one answer', revoked, (b) => {
    Object.assign(answered(b), { status: compromised, also: [{ status: 'good', thisUpdate: at(-minute) }] });
  }),
  failing('good, and an hour before revoked, in one answer', revoked, (b) => {
    answered(b).also = [{ status: compromised, thisUpdate: at(-60 * minute) }];
  }),
  failing('good and on hold at one moment in one answer', revoked, (b) => {
    answered(b).also = [{ status: held, thisUpdate: at(-minute) }];
  }),
  harmless('good, and an hour before on hold, in one answer', (b) => {
    answered(b).also = [{ status: held, thisUpdate: at(-60 * minute) }];
  }),
  failing('an outdated answer that revokes beside a fresh list', revoked, (b) => {
    const old = { thisUpdate: at(-9 * day), producedAt: at(-9 * day), nextUpdate: at(-8 * day) };
    answeredBeside(b, { ...old, status: { revokedAt: at(-10 * day), reason: 'superseded' } });
  }),
  harmless('a hold by the list, and a newer good answer', (b) => {
    listOf(b).revoked = [{ serial: b.person.serial, at: at(-3 * day), reason: 'certificateHold' }];
    answeredBeside(b);
  }),
  harmless('never issued by an old answer, and known to a newer list', (b) => {
    answeredBeside(b, { status: neverIssued, thisUpdate: at(-3 * day), producedAt: at(-3 * day) });
  }),
  failing('a revocation to come of a key that was lost before, by an answer', revoked, (b) => {
    answered(b).status = { revokedAt: at(minute), reason: 'keyCompromise' };
    answered(b).statusExtensions = [extension('2.5.29.24', generalizedTime(at(-day)), true)];
  }),
];

const forms: readonly Spoil[] = [
  open('an answer with an unknown critical extension', unknown('ocsp-unknown-critical'), (b) => {
    answered(b).extensions = [unknownCritical];
  }),
  open('a status with an unknown critical extension', unknown('ocsp-unknown-critical'), (b) => {
    answered(b).statusExtensions = [unknownCritical];
  }),
  harmless('a critical nonce and a critical extended-revoke', (b) => {
    Object.assign(answered(b), {
      extendedRevoke: false,
      extensions: [extension('1.3.6.1.5.5.7.48.1.2', nothing, true), extension('1.3.6.1.5.5.7.48.1.9', nothing, true)],
    });
  }),
  harmless('unknown extensions of an answer that are not critical', (b) => {
    const more = [extension('1.2.3.4.5', nothing)];
    Object.assign(answered(b), { extensions: more, statusExtensions: more });
  }),
  open('an answer produced in the future', unknown('ocsp-from-future'), (b) => {
    answered(b).producedAt = at(day);
  }),
];

const responders: readonly Spoil[] = [
  open(
    'a responder certified by SHA-1',
    unknown('ocsp-algorithm'),
    (b) => {
      answered(b);
      b.ocspResponder.signedBy = signingBySha1(b.nca.key);
    },
    { families: ['rsa', 'ecdsa'] },
  ),
  open(
    'revoked by a responder certified by SHA-1, beside a list that is good',
    unknown('ocsp-algorithm'),
    (b) => {
      answeredBeside(b, { status: compromised });
      b.ocspResponder.signedBy = signingBySha1(b.nca.key);
    },
    { families: ['rsa', 'ecdsa'] },
  ),
  open('an exempt responder whom a list revokes', unknown('crl-older-than-certificate'), (b) => {
    const list = listOf(b);
    b.person.notBefore = at(-minute);
    answered(b);
    list.revoked = [{ serial: b.ocspResponder.serial, at: at(-day), reason: 'superseded' }];
    b.ncaCrl = { ...list, nextUpdate: at(5 * day) };
  }),
  open(
    'revoked by a responder who is revoked himself, beside a list that is good',
    unknown('ocsp-responder-revoked'),
    (b) => {
      answeredBeside(b, { status: compromised });
      listOf(b).revoked = [{ serial: b.ocspResponder.serial, at: at(-day), reason: 'superseded' }];
    },
  ),
  open('revoked by a responder whose certificate had expired', unknown('ocsp-unverified'), (b) => {
    answeredBeside(b, { status: compromised });
    b.ocspResponder.notAfter = at(-day);
  }),
];

const embedded: readonly Spoil[] = [
  harmless('an answer of the moment that came with the signature', (b) => carried(b)),
  open('an older answer that came with the signature', unknown('ocsp-outside-window'), (b) => {
    carried(b, { thisUpdate: at(-6 * minute), nextUpdate: at(day) });
  }),
  open('a later answer than the window that came with the signature', unknown('ocsp-outside-window'), (b) => {
    stamped(b).genTime = at(-10 * minute);
    carried(b);
  }),
  failing('an older answer that came with the signature and revokes', revoked, (b) => {
    const list = listOf(b);
    carried(b, { thisUpdate: at(-day), status: compromised });
    b.ncaCrl = list;
  }),
  harmless('an older answer that came with the signature beside a list', (b) => {
    const list = listOf(b);
    carried(b, { thisUpdate: at(-day) });
    b.ncaCrl = list;
  }),
];

export const answersWeighedSpoils: readonly Spoil[] = [...statuses, ...forms, ...responders, ...embedded];
