import type { AnswerItem, EvidenceSet, Line, ListItem, Status } from '../../bin/fuzz/evidence/item.ts';
import type { Verdict } from '../../lib/eds/report.ts';
import type { KeyFamily } from '../../lib/signing/signing-key.ts';

/** Evidence against evidence. `because`: every check that must not pass, as `code/problem`; without one the verdict is passed. */
export interface WeighedSet extends EvidenceSet {
  readonly name: string;
  readonly verdict: Verdict;
  readonly because: readonly string[];
  /** Default: all. */
  readonly families?: readonly KeyFamily[];
}

type Facts = Pick<EvidenceSet, 'stamped'> & Pick<WeighedSet, 'families'>;
type Row = (name: string, given: EvidenceSet['given'], ...problems: readonly string[]) => (facts?: Facts) => WeighedSet;

/** A problem means the check of revocation unless it names another check. */
const row =
  (verdict: Verdict): Row =>
  (name, given, ...problems) =>
  (facts = {}) => ({
    name,
    given,
    verdict,
    because: problems.map((problem) => (problem.includes('/') ? problem : `certificate-not-revoked/${problem}`)),
    ...facts,
  });
const [passes, fails, stays] = [row('passed'), row('failed'), row('indeterminate')];

const hour = 60;
const day = 24 * hour;

// The evidence from which most sets are made.
const list = (more: Partial<ListItem> = {}): ListItem => ({ kind: 'list', by: 'nca', at: -2 * day, ...more });
const delta = (more: Partial<ListItem> = {}): ListItem => ({ kind: 'delta', by: 'nca', at: -hour, ...more });
const answer = (more: Partial<AnswerItem> = {}): AnswerItem => ({ kind: 'answer', by: 'responder', at: -1, ...more });
const line = (more: Partial<Line> = {}): Line => ({ reason: 1, since: -3 * day, ...more });
const hold = line({ reason: 6 });
const revoked: Status = { says: 'revoked', reason: 'keyCompromise', since: -3 * day };
const held: Status = { says: 'revoked', reason: 'certificateHold', since: -3 * day };
const good: Status = { says: 'good' };
const fiveDaysAgo = { at: -5 * day } as const;
const byRoot = { at: -5 * day, under: 'root' } as const;

const lasting = [
  fails('nothing but a list that revokes', [list({ lines: [line()] })], 'certificate-revoked')(),
  fails(
    'revoked by a list, and by nobody else: newer list, answer and embedded answer say good',
    [list({ lines: [line()] }), list({ at: -hour, number: 8 }), answer(), answer({ at: -2, carried: true })],
    'certificate-revoked',
  )(),
  fails(
    'revoked by an old answer, which came with the signature; list and answer say good',
    [list(), answer(), answer({ at: -4 * day, carried: true, statuses: [revoked] })],
    'certificate-revoked',
  )(),
  fails(
    'revoked by a list that ran out, and came with the signature',
    [list(), list({ at: -9 * day, until: -8 * day, carried: true, lines: [line({ since: -10 * day })] })],
    'certificate-revoked',
  )(),
  fails(
    'revoked by a delta alone, which ran out, beside an answer',
    [list(), answer(), delta({ until: -1, lines: [line()] })],
    'certificate-revoked',
  )(),
  fails(
    'revoked, and four more pieces that are forged, run out, from the future or silent',
    [
      list({ lines: [line()] }),
      delta({ by: 'stranger' }),
      answer({ by: 'stranger' }),
      answer({ at: day }),
      answer({ statuses: [{ says: 'unknown' }] }),
    ],
    'certificate-revoked',
  )(),
  fails(
    'revoked for good after a hold, and a delta that removes the hold',
    [list({ lines: [hold] }), answer({ statuses: [revoked] }), delta({ lines: [line({ reason: 8 })] })],
    'certificate-revoked',
  )(),
  fails(
    'good, held and revoked by three statuses of one answer',
    [list(), answer({ statuses: [good, held, revoked] })],
    'certificate-revoked',
  )(),
  fails('a reason that nobody defined', [list({ lines: [line({ reason: 42 })] }), answer()], 'certificate-revoked')(),
  fails(
    'revoked for a part of the reasons, and an answer for all',
    [list({ scope: 'key-compromise', lines: [line()] }), answer()],
    'certificate-revoked',
  )(),
  fails(
    'revoked by a line whose invalidityDate cannot be read',
    [list({ lines: [line({ spoilt: 'unreadable-date' })] }), answer()],
    'certificate-revoked',
  )(),
  fails(
    'revoked by an answer whose invalidityDate cannot be read',
    [list(), answer({ statuses: [{ ...revoked, spoilt: 'unreadable-date' }] })],
    'certificate-revoked',
  )(),
  fails(
    'revoked by an answer that tells of a moment after it was made',
    [list(), answer({ producedAt: -day, statuses: [revoked] })],
    'certificate-revoked',
  )(),
];

const holds = [
  passes('a hold that the next list does not have', [list({ lines: [hold] }), list({ at: -hour, number: 8 })])(),
  passes('a hold that a current delta removes', [
    list({ lines: [hold] }),
    delta({ lines: [line({ reason: 8, since: -2 * hour })] }),
  ])(),
  passes('a hold by an answer that a newer answer lifts', [
    answer({ at: -hour, statuses: [held] }),
    answer({ by: 'heir' }),
  ])(),
  passes('never issued, and known to a newer list', [
    answer({ at: -3 * day, statuses: [{ says: 'never-issued' }] }),
    list(),
  ])(),
  fails(
    'a hold that only an older answer contradicts',
    [list({ lines: [hold] }), answer({ at: -3 * day, until: day })],
    'certificate-revoked',
  )(),
  fails(
    'a hold by the newest list, and a delta that goes on it and is older than it',
    [list({ at: -1500 }), list({ at: -900, number: 8, lines: [hold] }), delta({ at: -5500, number: 9, base: 8 })],
    'certificate-revoked',
  )(),
  fails(
    'a hold, and a removal by a delta of a later number and an earlier date',
    [list({ at: -900, lines: [hold] }), delta({ at: -5500, number: 8, lines: [line({ reason: 8, since: -6000 })] })],
    'certificate-revoked',
  )(),
  fails(
    'a hold, a newer forged answer and a newer altered list',
    [list({ lines: [hold] }), answer({ altered: true }), list({ at: -hour, altered: true })],
    'certificate-revoked',
  )(),
  fails(
    'a hold, and newer good by a responder of the other authority of that name',
    [list({ lines: [hold] }), answer({ by: 'namesake' })],
    'certificate-revoked',
  )(),
  fails(
    'a hold, and a removal that is to come',
    [list({ lines: [hold] }), delta({ lines: [line({ reason: 8, since: day })] })],
    'certificate-revoked',
  )(),
  fails(
    'never issued by the newest answer',
    [list(), answer({ statuses: [{ says: 'never-issued' }] })],
    'certificate-never-issued',
  )(),
];

const unusable = [
  stays('good by a list that an outdated delta goes on', [list(), delta({ until: -1 })], 'crl-expired')(),
  stays('good by a list beside a forged delta', [list(), delta({ by: 'stranger' })], 'crl-signature')(),
  passes('good by a list beside a forged delta, and by an answer', [list(), delta({ by: 'stranger' }), answer()])(),
  stays(
    'good by list and answer, and a newer list with an unknown critical extension',
    [list(), answer({ at: -hour }), list({ at: -1, critical: true })],
    'crl-unknown-critical',
  )(),
  stays(
    'good by list and answer, and a newer list with an unknown critical extension of a line',
    [list(), answer({ at: -hour }), list({ at: -1, lines: [line({ of: 'tsa', spoilt: 'unknown-critical' })] })],
    'crl-unknown-critical',
  )(),
  stays(
    'good by list and answer, and a newer line whose reason cannot be read',
    [list(), answer({ at: -hour }), list({ at: -1, lines: [line({ spoilt: 'unreadable-reason' })] })],
    'crl-entry-malformed',
  )(),
  stays('a list of other reasons alone', [list({ scope: 'key-compromise' })], 'crl-reasons-incomplete')(),
  stays('a list of authorities alone', [list({ scope: 'authorities' })], 'crl-scope')(),
  stays(
    'an altered list beside an outdated one',
    [list({ altered: true }), list({ at: -9 * day, until: -day })],
    'crl-signature',
  )(),
  stays('an answer with an unknown critical extension', [answer({ critical: true })], 'ocsp-unknown-critical')(),
  passes('revoked by an answer that must not be used, beside a list', [
    list(),
    answer({ critical: true, statuses: [revoked] }),
  ])(),
  stays(
    'good by an answer that tells of a moment after it was made',
    [answer({ producedAt: -day })],
    'ocsp-ahead-of-itself',
  )(),
  stays(
    'revoked by an answer about a moment that is to come, beside a list',
    [list(), answer({ at: day, producedAt: -1, statuses: [revoked] })],
    'ocsp-from-future',
  )(),
  stays(
    'revoked by a list from the future, beside a good one',
    [list(), list({ at: day, lines: [line()] })],
    'crl-from-future',
  )(),
];

const namesakes = [
  fails(
    'revoked by the other authority of that name, under the same root',
    [list(), list({ by: 'namesake', at: -3 * day, lines: [line()] })],
    'certificate-revoked',
  )(),
  passes('revoked by an answer of the other authority of that name, about its own certificate', [
    list(),
    answer({ by: 'namesake', ofNamesake: true, statuses: [revoked] }),
  ])(),
  stays('good by an answer of the other authority of that name', [answer({ by: 'namesake' })], 'ocsp-unverified')(),
  fails(
    'revoked by the second of two responders of one name',
    [list(), answer({ by: 'heir', statuses: [revoked] })],
    'certificate-revoked',
  )(),
  passes('good by the second of two responders of one name', [answer({ by: 'heir' })])(),
  stays(
    'good by somebody whom the authority entitled to timestamps',
    [answer({ by: 'unentitled' })],
    'ocsp-unverified',
  )(),
];

const vouchers = [
  stays(
    'good by a responder whom a list revokes',
    [answer(), list({ scope: 'key-compromise', lines: [line({ of: 'responder' })] })],
    'crl-reasons-incomplete',
  )(),
  stays(
    'good by a responder whom the authority’s own answer revokes',
    [answer(), answer({ by: 'nca', statuses: [{ ...revoked, of: 'responder' }] })],
    'ocsp-responder-revoked',
  )(),
  stays(
    'good by a responder whom its heir revokes',
    [answer(), answer({ by: 'heir', statuses: [{ ...revoked, of: 'responder' }] })],
    'ocsp-responder-revoked',
  )(),
  stays(
    'revoked by a revoked responder, beside a good list',
    [list({ lines: [line({ of: 'responder' })] }), answer({ statuses: [revoked] })],
    'ocsp-responder-revoked',
  )(),
  stays(
    'revoked by a revoked signer of lists, beside a good list',
    [list({ lines: [line({ of: 'lister' })] }), list({ by: 'lister', at: -hour, lines: [line()] })],
    'crl-signer-path',
  )(),
  stays(
    'revoked by a list that SHA-1 signed, beside a good one',
    [list(), list({ by: 'sha-1', at: -hour, lines: [line()] })],
    'crl-algorithm',
  )({ families: ['rsa', 'ecdsa'] }),
  stays(
    'good by a list that a superseded signer made after that, about an earlier moment',
    [
      list({ scope: 'key-compromise', lines: [line({ of: 'lister', reason: 4, since: -2 * day })] }),
      list({ by: 'lister', at: -hour }),
    ],
    'crl-reasons-incomplete',
  )({ stamped: byRoot }),
  passes('good by a list that its signer made before he was superseded', [
    list({ scope: 'key-compromise', at: -5, lines: [line({ of: 'lister', reason: 4, since: -10 })] }),
    list({ by: 'lister', at: -hour }),
  ])({ stamped: byRoot }),
  stays(
    'a list by an authority whose key was lost since the moment that is asked for',
    [list({ at: -hour }), list({ by: 'root', at: -hour, lines: [line({ of: 'nca', since: -day })] })],
    'crl-signer-path',
  )({ stamped: byRoot }),
  stays(
    'an answer by an authority whose key was lost since the moment that is asked for',
    [answer({ by: 'nca' }), list({ by: 'root', at: -hour, lines: [line({ of: 'nca', since: -day })] })],
    'ocsp-responder-revoked',
  )({ stamped: byRoot }),
  stays(
    'an answer by an exempt responder under an authority whose key was lost since',
    [answer(), list({ by: 'root', at: -hour, lines: [line({ of: 'nca', since: -day })] })],
    'ocsp-responder-revoked',
  )({ stamped: byRoot }),
  passes('a list that an authority made before it was superseded', [
    list({ at: -2 * day, until: day }),
    list({ by: 'root', at: -hour, lines: [line({ of: 'nca', reason: 4, since: -day })] }),
  ])({ stamped: byRoot }),
];

/** CRLReason by number; RFC 3161 4 spares 0, 3, 4 and 5. */
const timestamps = [undefined, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11].map((reason) => {
  const name = `a timestamp of five days ago, its authority revoked two days ago for ${reason ?? 'no reason'}`;
  const { reason: _, ...plain } = line({ of: 'tsa', since: -2 * day });
  const given = [list({ at: -hour, lines: [{ ...plain, ...(reason !== undefined && { reason }) }] })];
  const facts = { stamped: fiveDaysAgo };
  return reason !== undefined && [0, 3, 4, 5].includes(reason)
    ? passes(name, given)(facts)
    : fails(name, given, 'key-distrusted')(facts);
});

const backdated = [
  fails(
    'a timestamp of before a superseded authority’s key was lost',
    [list({ at: -hour, lines: [line({ of: 'tsa', reason: 4, since: -2 * day, invalidSince: -6 * day })] })],
    'certificate-revoked',
  )({ stamped: fiveDaysAgo }),
  fails(
    'signer and timestamp authority revoked, the token dated before both',
    [list({ at: -hour, lines: [line(), line({ of: 'tsa' })] })],
    'certificate-revoked',
    'key-distrusted',
  )({ stamped: fiveDaysAgo }),
  passes('revoked after a timestamp that stands', [list({ at: -hour, lines: [line()] })])({ stamped: fiveDaysAgo }),
  fails(
    'revoked after a timestamp that stands, and lost before it',
    [list({ at: -hour, lines: [line({ invalidSince: -6 * day })] })],
    'certificate-revoked',
  )({ stamped: fiveDaysAgo }),
  fails('a timestamp of tomorrow', [list()], 'timestamp-time/time-in-future')({ stamped: { at: day } }),
];

export const evidenceSets: readonly WeighedSet[] = [
  ...lasting,
  ...holds,
  ...unusable,
  ...namesakes,
  ...vouchers,
  ...timestamps,
  ...backdated,
];
