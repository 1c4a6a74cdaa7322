import { findDigest } from '../algorithms.ts';
import { attempt } from '../attempt.ts';
import { cmsOids } from '../cms/oids.ts';
import { toHex, type DerNode } from '../der.ts';
import { isoTime } from '../iso-time.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import { readHashIndex, type HashIndex } from '../tsp/hash-index.ts';
import { parseTimestampToken, type TimestampToken } from '../tsp/timestamp-token.ts';
import { check, failed, indeterminate, passed } from './check.ts';
import type { Context } from './context.ts';
import { Covered, type Archived } from './covered.ts';
import { prolong, provenBy, type Later, type Life } from './proof.ts';
import { imprintReason, verifyToken } from './token.ts';

/** A verified archive timestamp, or one that may yet prove to be good (`checked` is false). */
export interface ArchiveTimestamp extends Later {
  readonly checked: boolean;
  /** The token, as the value of its attribute. */
  readonly value: DerNode;
  /** Whether its index has this value of one of the unsigned attributes. */
  readonly covers: (value: DerNode) => boolean;
  /** Its own, without what later ones add. */
  readonly own: Life;
  readonly provenAt?: Date;
}

export interface ArchiveFindings {
  readonly checks: readonly Check[];
  /** The latest first. */
  readonly timestamps: readonly ArchiveTimestamp[];
  readonly tryAgainAfter?: Date;
}

/** Of one signer: an authority's certificate lives for some years, and each is stamped again once in its life. */
export const mostArchiveTimestamps = 16;

/** A token that has been read, with the index of what it covers. */
interface Read {
  readonly token: TimestampToken;
  readonly index: HashIndex;
  readonly value: DerNode;
}

/**
 * Every archive-timestamp-v3 of a signer (EN 319 122-1 5.5.3). None is passed over: one that does not fit what it covers fails the
 * signature. The latest is judged first, because it proves when those existed that it covers.
 */
export function checkArchiveTimestamps(archived: Archived, context: Context): ArchiveFindings {
  const { unsignedAttributes } = archived.signer;
  const attributes = unsignedAttributes.filter(({ oid }) => oid === cmsOids.archiveTimestamp);
  const values = attributes.flatMap((each) => each.values);
  if (values.length === 0) return { checks: [], timestamps: [] };
  if (values.length > mostArchiveTimestamps)
    return { checks: [failed('archive-timestamp', 'timestamps-too-many')], timestamps: [] };
  const read = values.map((value) => readArchived(value, context));
  const unread = read.flatMap((each) => ('token' in each ? [] : each));
  // Of two within a second, the later one covers more.
  const latestFirst = read
    .flatMap((each) => ('token' in each ? each : []))
    .toSorted(
      (a, b) =>
        b.token.info.genTime.getTime() - a.token.info.genTime.getTime() ||
        b.index.attributes.length - a.index.attributes.length,
    );
  const covered = new Covered(archived, context.work);
  const found: Found[] = [];
  for (const each of latestFirst)
    found.push(
      checkOne(
        each,
        covered,
        found.flatMap(({ good }) => good ?? []),
        context,
      ),
    );
  const again = found.flatMap(({ tryAgainAfter }) => tryAgainAfter ?? []).toSorted((a, b) => Number(b) - Number(a))[0];
  return {
    checks: [...unread, ...found.toReversed().map((each) => each.check)],
    timestamps: found.flatMap(({ good }) => good ?? []),
    ...(again && { tryAgainAfter: again }),
  };
}

function readArchived(value: DerNode, { work }: Context): Read | Check {
  const { raw } = value;
  work.budget.read(raw.length);
  const token = attempt(() => parseTimestampToken(raw));
  const unsigned = token?.signedData.signers[0]?.unsignedAttributes ?? [];
  const index = token && attempt(() => readHashIndex(unsigned) ?? 'missing');
  if (token === undefined || index === undefined) return failed('archive-timestamp', 'timestamp-malformed');
  if (index !== 'missing') return { token, index, value };
  return unsigned.some(({ oid }) => oid === cmsOids.olderHashIndex)
    ? indeterminate('archive-timestamp', 'hash-index-unsupported')
    : failed('archive-timestamp', 'hash-index-missing');
}

interface Found {
  readonly check: Check;
  readonly good?: ArchiveTimestamp;
  readonly tryAgainAfter?: Date;
}

function checkOne(read: Read, covered: Covered, later: readonly ArchiveTimestamp[], context: Context): Found {
  const { token, index, value } = read;
  const at = token.info.genTime;
  const detail = { time: isoTime(at) };
  const no = (problem: ProblemCode): Found => ({ check: failed('archive-timestamp', problem, { detail }) });
  const digest = findDigest(index.algorithm.oid);
  if (digest === undefined) return no('digest-unknown');
  if (!context.profile.digests.includes(digest.name)) return no('imprint-weak');
  // What costs least comes first: an index or imprint that does not fit needs no signature.
  if (!covered.haveAll(index, digest)) return no('indexed-element-missing');
  const stamped = covered.stampedWith(index);
  if (stamped === undefined) return no('content-missing');
  const differs = imprintReason(token, stamped, context);
  if (differs) return no(differs);
  const listed = new Set(index.attributes.map((hash) => toHex(hash)));
  const covers = (each: DerNode) => listed.has(covered.hashOf(each, digest) ?? '');
  const latest = at.getTime() + context.profile.clockSkew * 1000;
  if (later.some((each) => each.at.getTime() > latest && covers(each.value))) return no('timestamp-order');
  const verified = later.filter((each) => each.checked && each.covers(value));
  const provenAt = provenBy(verified, context.receivedAt);
  const found = verifyToken(token, stamped, context, { kind: 'archive-timestamp', provenAt });
  const wrong =
    found.checks.find(({ status }) => status === 'failed') ??
    found.checks.find(({ status }) => status === 'indeterminate');
  const facts = {
    subject: wrong?.subject,
    detail: { ...detail, ...(wrong && { check: wrong.code, ...wrong.detail }) },
  };
  const { time, life: own } = found;
  const life = own && prolong(own, verified);
  return {
    check: wrong ? check('archive-timestamp', wrong.status, facts) : passed('archive-timestamp', { detail }),
    ...(time &&
      own &&
      life && { good: { value, at, checked: time.checked, covers, own, life, ...(provenAt && { provenAt }) } }),
    ...(found.tryAgainAfter && { tryAgainAfter: found.tryAgainAfter }),
  };
}
