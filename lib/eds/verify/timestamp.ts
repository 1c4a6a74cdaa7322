import { findDigest } from '../algorithms.ts';
import { attempt } from '../attempt.ts';
import { readCarriedEvidence } from '../cms/carried-evidence.ts';
import { cmsOids } from '../cms/oids.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import { equalBytes } from '../der.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import { parseTimestampToken, type TimestampToken } from '../tsp/timestamp-token.ts';
import { check, failed, judge, passed, verdictOf } from './check.ts';
import { Message } from '../message.ts';
import { extendContext, type Context } from './context.ts';
import { checkCertificate } from './path.ts';
import { checkSignature } from './signer-signature.ts';
import { isUnder, timestampingUsage } from './usage.ts';

export interface TimestampFindings {
  readonly checks: readonly Check[];
  /**
   * The time of a timestamp. `checked`: it was verified in full and proves this time; otherwise a part could not be
   * checked and nothing failed.
   */
  readonly time?: { readonly at: Date; readonly checked: boolean };
  /** Until when the proof lasts. */
  readonly ends?: Date;
  readonly tryAgainAfter?: Date;
}

/**
 * The signature-timestamp attribute (RFC 3161 appendix A, RFC 5126 section 6.1.1): of several tokens the earliest
 * verified one counts, otherwise one that may yet be verified.
 */
export function checkTimestamps(signer: SignerInfo, context: Context): TimestampFindings {
  const tokens = signer.unsignedAttributes
    .filter(({ oid }) => oid === cmsOids.signatureTimestamp)
    .flatMap(({ values }) => values);
  if (tokens.length === 0) {
    return { checks: context.profile.timestampRequired ? [failed('timestamp-form', 'timestamp-missing')] : [] };
  }
  const findings = tokens.slice(0, mostTokens).map(({ raw }) => checkTimestamp(raw, signer.signature, context));
  const [best] = findings.toSorted((a, b) => rankOf(a) - rankOf(b) || momentOf(a) - momentOf(b));
  return best ?? { checks: [failed('timestamp-form', 'timestamp-malformed')] };
}

/** Verified tokens come first, then those that could not be checked, then failed ones. */
const rankOf = ({ time }: TimestampFindings): number => (time === undefined ? 2 : time.checked ? 0 : 1);
const momentOf = ({ time }: TimestampFindings): number => time?.at.getTime() ?? 0;

const mostTokens = 4;

function checkTimestamp(raw: Uint8Array, message: Uint8Array, context: Context): TimestampFindings {
  context.work.budget.read(raw.length);
  const token = attempt(() => parseTimestampToken(raw));
  return token === undefined
    ? { checks: [failed('timestamp-form', 'timestamp-malformed')] }
    : verifyTimestamp(token, message, context);
}

/**
 * Whether an accepted authority says that `message` existed at the token's genTime: imprint, signature, the authority's
 * purpose, path and revocation at that time, and a time that is not ahead of the server's clock.
 */
export function verifyTimestamp(token: TimestampToken, message: Uint8Array, context: Context): TimestampFindings {
  const { info, signedData, content } = token;
  const [signer] = signedData.signers;
  if (signer === undefined) return { checks: [failed('timestamp-form', 'no-signer')] };
  const within = extendContext(extendContext(context, signedData), readCarriedEvidence(signer.unsignedAttributes));
  const signature = checkSignature(signedData, signer, new Message(content), within);
  const [extension] = info.unknownCritical;
  const { certificate } = signature;
  const bound = signature.checks.some(({ code, status }) => code === 'signing-certificate' && status === 'passed');
  const wrong = signature.checks.find(({ status }) => status !== 'passed' && status !== 'not-applicable');
  const clocks = context.profile.clockSkew * 1000;
  // The accuracy that the authority gives for its clock counts no more than `clockSkew`.
  const skew = clocks + Math.min(Math.max(info.accuracy, 0), clocks);
  const path = certificate && checkCertificate(certificate, within, info.genTime, { vouches: true });
  const checks = [
    // RFC 3161 2.4.2 takes its extensions from RFC 5280, which forbids the use of an unknown critical one (4.2).
    extension === undefined
      ? passed('timestamp-form')
      : failed('timestamp-form', 'timestamp-unknown-critical', { detail: { oid: extension } }),
    judge('timestamp-imprint', imprintReason(token, message, context)),
    wrong === undefined
      ? judge('timestamp-signature', bound ? undefined : 'attribute-missing')
      : check('timestamp-signature', wrong.status, { detail: { check: wrong.code, ...wrong.detail } }),
    ...(certificate
      ? [judge('timestamp-authority', authorityReason(token, context) ?? timestampingUsage(certificate))]
      : []),
    judge('timestamp-time', info.genTime.getTime() > context.at.getTime() + skew ? 'time-in-future' : undefined),
    ...(path ? path.checks : []),
  ];
  const verdict = verdictOf(checks.map(({ status }) => status));
  return {
    checks,
    ...(verdict !== 'failed' && { time: { at: info.genTime, checked: verdict === 'passed' } }),
    ...(path?.until && { ends: path.until }),
    ...(path?.tryAgainAfter && { tryAgainAfter: path.tryAgainAfter }),
  };
}

function imprintReason(
  { info }: TimestampToken,
  message: Uint8Array,
  { profile, work }: Context,
): ProblemCode | undefined {
  const digest = findDigest(info.hashAlgorithm.oid);
  if (digest === undefined) return 'digest-unknown';
  if (!equalBytes(work.digest(digest, message), info.hashedMessage)) return 'imprint-differs';
  return profile.digests.includes(digest.name) ? undefined : 'imprint-weak';
}

function authorityReason({ info }: TimestampToken, { profile }: Context): ProblemCode | undefined {
  const arcs = profile.timestampPolicyArcs;
  return arcs.length === 0 || isUnder(info.policy, arcs) ? undefined : 'policy-wrong';
}
