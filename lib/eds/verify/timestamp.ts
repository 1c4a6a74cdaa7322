import { attempt } from '../attempt.ts';
import { cmsOids } from '../cms/oids.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import type { DerNode } from '../der.ts';
import { isoTime } from '../iso-time.ts';
import { parseTimestampToken } from '../tsp/timestamp-token.ts';
import type { ArchiveTimestamp } from './archive-timestamps.ts';
import { failed, indeterminate, passed } from './check.ts';
import type { Context } from './context.ts';
import { prolong, provenBy, type Life } from './proof.ts';
import { verifyToken, type TokenFindings } from './token.ts';

export interface TimestampFindings extends TokenFindings {
  /** By when the token is proved to have existed, if by nothing but a later timestamp. */
  readonly provenAt?: Date;
  /** Without what later timestamps add. */
  readonly own?: Life;
}

/** Signature timestamps, and content timestamps, of one signer; each costs a path validation. */
export const mostTokens = 4;

/**
 * The signature-timestamp attribute (RFC 3161 appendix A, RFC 5126 section 6.1.1): of several tokens the earliest
 * verified one counts, otherwise one that may yet be verified.
 */
export function checkTimestamps(
  signer: SignerInfo,
  context: Context,
  archives: readonly ArchiveTimestamp[],
): TimestampFindings {
  const attributes = signer.unsignedAttributes.filter(({ oid }) => oid === cmsOids.signatureTimestamp);
  const tokens = attributes.flatMap(({ values }) => values);
  if (tokens.length === 0) {
    return { checks: context.profile.timestampRequired ? [failed('timestamp-form', 'timestamp-missing')] : [] };
  }
  if (tokens.length > mostTokens) return { checks: [failed('timestamp-form', 'timestamps-too-many')] };
  const findings = tokens.map((value) => {
    const later = archives.filter(({ covers }) => covers(value));
    return checkTimestamp(value, signer.signature, later, context);
  });
  const [best] = findings.toSorted((a, b) => rankOf(a) - rankOf(b) || momentOf(a) - momentOf(b));
  return best ?? { checks: [failed('timestamp-form', 'timestamp-malformed')] };
}

/** Verified tokens come first, then those that could not be checked, then failed ones. */
const rankOf = ({ time }: TimestampFindings): number => (time === undefined ? 2 : time.checked ? 0 : 1);
const momentOf = ({ time }: TimestampFindings): number => time?.at.getTime() ?? 0;

function checkTimestamp(
  { raw }: DerNode,
  signature: Uint8Array,
  later: readonly ArchiveTimestamp[],
  context: Context,
): TimestampFindings {
  context.work.budget.read(raw.length);
  const token = attempt(() => parseTimestampToken(raw));
  if (token === undefined) return { checks: [failed('timestamp-form', 'timestamp-malformed')] };
  const clocks = context.profile.clockSkew * 1000;
  // Whoever covers a timestamp cannot be older than it.
  if (later.some(({ at }) => at.getTime() + clocks < token.info.genTime.getTime()))
    return { checks: [failed('timestamp-time', 'timestamp-order')] };
  const verified = later.filter(({ checked }) => checked);
  const provenAt = provenBy(verified, context.receivedAt);
  const found = verifyToken(token, (digest) => context.work.digest(digest, signature), context, { provenAt });
  if (found.time === undefined || found.life === undefined) return found;
  const life = prolong(found.life, verified);
  const lasts = life.counts >= context.receivedAt;
  return {
    ...found,
    checks: [...found.checks, checkLasting(life, lasts)],
    time: { at: found.time.at, checked: found.time.checked && lasts },
    life,
    own: found.life,
    ...(provenAt && { provenAt }),
  };
}

/**
 * When the certificates behind a timestamp have ended, nobody can say any more that its key was not lost, and a key that
 * is no longer kept can write any date (EN 319 102-1 5.6: it needs a proof of existence from before).
 */
export const checkLasting = (life: Life, lasts: boolean) => {
  const detail = { until: isoTime(life.counts) };
  return lasts ? passed('proof-lasts', { detail }) : indeterminate('proof-lasts', 'proof-ended', { detail });
};
