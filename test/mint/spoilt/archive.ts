import { attribute, contentTypes } from '../../../lib/signing/signer-info.ts';
import { integer, nothing, octetString, oid, sequence } from '../../../lib/signing/der-writer.ts';
import { extendedKeyUsage } from '../../../lib/local/authority/extension.ts';
import { distinguishedName } from '../../../lib/local/authority/name.ts';
import { purposes } from '../../../lib/local/authority/profile.ts';
import { archived, listOf, stamped } from '../additions.ts';
import { at, day, minute } from '../blueprint.ts';
import { mintTimestamp } from '../mint-timestamp.ts';
import type { Blueprint, TimestampPlan } from '../plans.ts';
import { failing, flipLast, harmless, open, signingWrongly, type Spoil } from '../spoil.ts';

/** A timestamp of three days ago whose authority ended yesterday: by itself it proves nothing any more. */
function ended(b: Blueprint): TimestampPlan {
  const plan = stamped(b);
  plan.genTime = at(-3 * day);
  b.tsa.notAfter = at(-day);
  return plan;
}

const nobody = distinguishedName(['commonName', 'NOBODY'], ['country', 'KZ']);
const noHash = sequence();
const oneMore = (hash: Uint8Array) => sequence(octetString(hash));

const archives: readonly Spoil[] = [
  harmless('a good archive timestamp', (b) => {
    stamped(b);
    archived(b);
  }),
  harmless('a good archive timestamp of a signature in BER', (b) => {
    b.cms.ber = true;
    stamped(b);
    archived(b);
  }),
  harmless('an archive timestamp of detached content', (b) => {
    b.cms.attached = false;
    b.givenContent = b.content;
    archived(b);
  }),
  harmless('an archive timestamp without another', (b) => {
    archived(b, at(-2 * day));
    b.person.notAfter = at(-day);
  }),
  open('a timestamp whose authority has ended', 'proof-lasts/proof-ended', (b) => {
    ended(b);
  }),
  harmless('a timestamp whose authority has ended, stamped again before', (b) => {
    ended(b);
    archived(b, at(-2 * day));
  }),
  harmless('a timestamp stamped again and again before each authority ended', (b) => {
    ended(b);
    archived(b, at(-2 * day)).authority.notAfter = at(-minute);
    const last = archived(b, at(-day));
    last.authority = { ...last.authority, serial: Uint8Array.of(5), notAfter: at(day) };
  }),
  open('a timestamp stamped again after its authority had ended', 'proof-lasts/proof-ended', (b) => {
    ended(b);
    archived(b, at(-minute));
  }),
  open('a timestamp that the archive timestamp does not cover', 'proof-lasts/proof-ended', (b) => {
    ended(b);
    archived(b, at(-2 * day)).editIndex = () => ({ attributes: noHash });
  }),
  open('a timestamp stamped again by one that has ended, too', 'proof-lasts/proof-ended', (b) => {
    ended(b);
    archived(b, at(-2 * day)).authority.notAfter = at(-minute);
  }),
  open('an archive timestamp whose authority has ended, without another', 'proof-lasts/proof-ended', (b) => {
    archived(b, at(-2 * day)).authority.notAfter = at(-minute);
  }),
  harmless('an attribute added after the archive timestamp', (b) => {
    archived(b).editIndex = () => ({ attributes: noHash });
    b.cms.moreUnsigned = () => [attribute('1.2.3.4', integer(1))];
  }),
  failing('an archive timestamp of an attribute that is gone', 'archive-timestamp/indexed-element-missing', (b) => {
    const { key } = archived(b);
    b.archives[0]!.editIndex = () => ({ attributes: oneMore(key.digest(Uint8Array.of(1))) });
  }),
  failing('an archive timestamp of a certificate that is gone', 'archive-timestamp/indexed-element-missing', (b) => {
    const { key } = archived(b);
    b.archives[0]!.editIndex = () => ({ certificates: oneMore(key.digest(Uint8Array.of(1))) });
  }),
  failing('an archive timestamp of a list that is gone', 'archive-timestamp/indexed-element-missing', (b) => {
    const { key } = archived(b);
    b.archives[0]!.editIndex = () => ({ revocations: oneMore(key.digest(Uint8Array.of(1))) });
  }),
  failing('an archive timestamp of other content', 'archive-timestamp/imprint-differs', (b) => {
    archived(b).content = flipLast(b.content);
  }),
  failing('an archive timestamp that nobody signed', 'archive-timestamp/signature-invalid', (b) => {
    const plan = archived(b);
    plan.key = signingWrongly(plan.key, flipLast);
  }),
  failing('an archive timestamp without an index', 'archive-timestamp/hash-index-missing', (b) => {
    archived(b).indexOid = '1.2.3.4';
  }),
  open('an archive timestamp with an index of the older kind', 'archive-timestamp/hash-index-unsupported', (b) => {
    archived(b).indexOid = '0.4.0.1733.2.5';
  }),
  failing('an archive timestamp whose index is no index', 'archive-timestamp/timestamp-malformed', (b) => {
    archived(b).editIndex = () => ({ certificates: integer(1) });
  }),
  failing('an archive timestamp that is no token', 'archive-timestamp/timestamp-malformed', (b) => {
    b.cms.moreUnsigned = () => [attribute('0.4.0.1733.2.4', sequence(integer(1)))];
  }),
  failing('an index by SHA-1', 'archive-timestamp/imprint-weak', (b) => {
    archived(b).editIndex = () => ({ algorithm: sequence(oid('1.3.14.3.2.26'), nothing) });
  }),
  failing('an index by an unknown digest', 'archive-timestamp/digest-unknown', (b) => {
    archived(b).editIndex = () => ({ algorithm: sequence(oid('1.2.3.4')) });
  }),
  failing('an archive timestamp by a person', 'archive-timestamp/purpose-wrong', (b) => {
    const { authority } = archived(b);
    authority.extensions = new Map(authority.extensions).set(
      'extendedKeyUsage',
      extendedKeyUsage([purposes.emailProtection], true),
    );
  }),
  failing('an archive timestamp whose authority has lost its key since', 'archive-timestamp/key-distrusted', (b) => {
    const { authority } = archived(b, at(-2 * day));
    listOf(b).revoked = [{ serial: authority.serial, at: at(-day), reason: 'keyCompromise' }];
    listOf(b).thisUpdate = at(-minute);
  }),
  harmless('an archive timestamp whose authority has ceased since', (b) => {
    const { authority } = archived(b, at(-2 * day));
    listOf(b).revoked = [{ serial: authority.serial, at: at(-day), reason: 'cessationOfOperation' }];
    listOf(b).thisUpdate = at(-minute);
  }),
  failing('a timestamp whose authority has lost its key since', 'certificate-not-revoked/key-distrusted', (b) => {
    stamped(b).genTime = at(-3 * day);
    listOf(b).revoked = [{ serial: b.tsa.serial, at: at(-day), reason: 'keyCompromise' }];
    listOf(b).thisUpdate = at(-minute);
  }),
  harmless('a timestamp whose authority lost its key after another had stamped it again', (b) => {
    stamped(b).genTime = at(-3 * day);
    archived(b, at(-2 * day));
    listOf(b).revoked = [{ serial: b.tsa.serial, at: at(-day), reason: 'keyCompromise' }];
    listOf(b).thisUpdate = at(-minute);
  }),
  failing(
    'a timestamp whose authority had lost its key before another stamped it',
    'certificate-not-revoked/key-distrusted',
    (b) => {
      stamped(b).genTime = at(-3 * day);
      archived(b, at(-minute));
      listOf(b).revoked = [{ serial: b.tsa.serial, at: at(-day), reason: 'keyCompromise' }];
      listOf(b).thisUpdate = at(-minute);
    },
  ),
  open('an archive timestamp whose authority’s issuer is not there', 'archive-timestamp/issuer-not-found', (b) => {
    archived(b).authority.issuer = nobody;
  }),
  open(
    'a timestamp whose authority has ended, stamped again by one about which the list is too old',
    'archive-timestamp/crl-older-than-certificate',
    (b) => {
      ended(b);
      archived(b, at(-1.5 * day)).authority.notBefore = at(-2 * day + minute);
    },
    { also: ['proof-lasts/proof-ended'] },
  ),
  open(
    'a chain of timestamps about whose last authority the list is too old',
    'archive-timestamp/crl-older-than-certificate',
    (b) => {
      ended(b);
      archived(b, at(-2 * day)).authority.notAfter = at(-minute);
      const last = archived(b, at(-day));
      const period = { notBefore: at(-2 * day + minute), notAfter: at(day) };
      last.authority = { ...last.authority, ...period, serial: Uint8Array.of(5) };
    },
    { also: ['proof-lasts/proof-ended'] },
  ),
  failing(
    'a signer whose certificate ended between an archive timestamp that has ended and one that has not',
    'certificate-validity/certificate-expired',
    (b) => {
      archived(b, at(-2 * day)).authority.notAfter = at(-minute);
      const last = archived(b, at(-minute));
      last.authority = { ...last.authority, serial: Uint8Array.of(5), notAfter: at(day) };
      last.editIndex = () => ({ attributes: noHash });
      b.person.notAfter = at(-day);
    },
  ),
  failing('an archive timestamp older than the timestamp that it covers', 'timestamp-time/timestamp-order', (b) => {
    stamped(b);
    archived(b, at(-day));
  }),
  failing('an archive timestamp older than another that it covers', 'archive-timestamp/timestamp-order', (b) => {
    archived(b, at(-minute));
    archived(b, at(-day));
  }),
  failing('more archive timestamps than are checked', 'archive-timestamp/timestamps-too-many', (b) => {
    for (let each = 0; each < 17; each++) archived(b).editIndex = () => ({ attributes: noHash });
  }),
  failing('more timestamps than are checked', 'timestamp-form/timestamps-too-many', (b) => {
    const plan = stamped(b);
    delete b.timestamp;
    b.cms.moreUnsigned = (signature) =>
      Array.from({ length: 5 }, () => attribute('1.2.840.113549.1.9.16.2.14', mintTimestamp(b, plan, signature)));
  }),
];

/** Adds content timestamps of these times. */
function contentStamped(
  b: Blueprint,
  genTimes: readonly Date[],
  change: (plan: TimestampPlan) => void = () => {},
): void {
  const had = b.timestamp;
  const plan = { ...stamped(b), contentType: contentTypes.timestamp };
  if (had) b.timestamp = had;
  else delete b.timestamp;
  change(plan);
  genTimes.forEach((genTime, place) =>
    b.cms.attributes.set(`content ${place}`, () =>
      attribute('1.2.840.113549.1.9.16.2.20', mintTimestamp(b, { ...plan, genTime }, b.content)),
    ),
  );
}

const contents: readonly Spoil[] = [
  harmless('two content timestamps', (b) => {
    contentStamped(b, [at(-2 * minute), at(-3 * minute)]);
  }),
  harmless('a content timestamp by an authority whom nobody knows here', (b) => {
    contentStamped(b, [at(-minute)], (plan) => {
      plan.authority = { ...b.tsa, issuer: nobody };
    });
  }),
  failing('a content timestamp of other content', 'content-timestamp/imprint-differs', (b) => {
    contentStamped(b, [at(-minute)], (plan) => {
      plan.imprint = () => ({ algorithm: plan.key.digestAlgorithm, digest: plan.key.digest(flipLast(b.content)) });
    });
  }),
  failing('a content timestamp that nobody signed', 'content-timestamp/signature-invalid', (b) => {
    contentStamped(b, [at(-minute)], (plan) => {
      plan.key = signingWrongly(plan.key, flipLast);
    });
  }),
  failing('a content timestamp that is no token', 'content-timestamp/timestamp-malformed', (b) => {
    b.cms.attributes.set('one', () => attribute('1.2.840.113549.1.9.16.2.20', sequence(integer(1))));
  }),
  failing('a content timestamp later than that of the signature', 'content-timestamp/timestamp-order', (b) => {
    stamped(b).genTime = at(-day);
    contentStamped(b, [at(-minute)]);
  }),
  failing('more content timestamps than are checked', 'content-timestamp/timestamps-too-many', (b) => {
    contentStamped(
      b,
      Array.from({ length: 5 }, () => at(-minute)),
    );
  }),
];

export const archiveSpoils: readonly Spoil[] = [...archives, ...contents];
