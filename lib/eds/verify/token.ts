import { findDigest, type DigestAlgorithm } from '../algorithms.ts';
import { readCarriedEvidence } from '../cms/carried-evidence.ts';
import { Message } from '../message.ts';
import type { Check } from '../report.ts';
import type { ProblemCode } from '../report-codes.ts';
import { equalBytes } from '../der.ts';
import type { TimestampToken } from '../tsp/timestamp-token.ts';
import { check, failed, judge, passed, verdictOf } from './check.ts';
import { extendContext, type Context } from './context.ts';
import { checkCertificate } from './path.ts';
import { lifeOf, type Life } from './proof.ts';
import { checkSignature } from './signer-signature.ts';
import { isUnder, timestampingUsage } from './usage.ts';

/** The digest of what is stamped, by the token's algorithm. */
export type Stamped = (digest: DigestAlgorithm) => Uint8Array;

export interface TokenFindings {
  readonly checks: readonly Check[];
  /**
   * The time of a timestamp. `checked`: it was verified in full and proves this time; otherwise a part could not be
   * checked and nothing failed.
   */
  readonly time?: { readonly at: Date; readonly checked: boolean };
  /** Until when it proves this, by itself; present if a path was found. */
  readonly life?: Life;
  readonly tryAgainAfter?: Date;
}

interface Options {
  readonly kind?: 'timestamp' | 'archive-timestamp';
  /** By when the token is proved to have existed: a later loss of trust in its authority does not count. */
  readonly provenAt?: Date | undefined;
}

/**
 * Whether an accepted authority says that something existed at the token's genTime: imprint, signature, the authority's
 * purpose, path and revocation at that time, and a time that is not ahead of the server's clock.
 */
export function verifyToken(
  token: TimestampToken,
  stamped: Stamped,
  context: Context,
  { kind = 'timestamp', provenAt }: Options = {},
): TokenFindings {
  const { info, signedData, content } = token;
  const [signer] = signedData.signers;
  if (signer === undefined) return { checks: [failed('timestamp-form', 'no-signer')] };
  const within = extendContext(extendContext(context, signedData), readCarriedEvidence(signer.unsignedAttributes));
  const signature = checkSignature(signedData, signer, new Message(content), within);
  const [extension] = info.unknownCritical;
  const { certificate, algorithm } = signature;
  const bound = signature.checks.some(({ code, status }) => code === 'signing-certificate' && status === 'passed');
  const wrong = signature.checks.find(({ status }) => status !== 'passed' && status !== 'not-applicable');
  const clocks = context.profile.clockSkew * 1000;
  // The accuracy that the authority gives for its clock counts no more than `clockSkew`.
  const skew = clocks + Math.min(Math.max(info.accuracy, 0), clocks);
  const path = certificate && checkCertificate(certificate, within, info.genTime, { vouches: true, provenAt });
  const checks = [
    // RFC 3161 2.4.2 takes its extensions from RFC 5280, which forbids the use of an unknown critical one (4.2).
    extension === undefined
      ? passed('timestamp-form')
      : failed('timestamp-form', 'timestamp-unknown-critical', { detail: { oid: extension } }),
    judge('timestamp-imprint', imprintReason(token, stamped, context)),
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
  const digest = findDigest(info.hashAlgorithm.oid);
  return {
    checks,
    ...(verdict !== 'failed' && { time: { at: info.genTime, checked: verdict === 'passed' } }),
    ...(algorithm !== undefined &&
      path !== undefined &&
      path.path.length > 0 && { life: lifeOf({ path: path.path, algorithm, digest }, kind, context.profile) }),
    ...(path?.tryAgainAfter && { tryAgainAfter: path.tryAgainAfter }),
  };
}

/** Why what is stamped is not what a token says; asked before anything that costs more. */
export function imprintReason(
  { info }: TimestampToken,
  stamped: Stamped,
  { profile }: Pick<Context, 'profile'>,
): ProblemCode | undefined {
  const digest = findDigest(info.hashAlgorithm.oid);
  if (digest === undefined) return 'digest-unknown';
  if (!equalBytes(stamped(digest), info.hashedMessage)) return 'imprint-differs';
  return profile.digests.includes(digest.name) ? undefined : 'imprint-weak';
}

function authorityReason({ info }: TimestampToken, { profile }: Context): ProblemCode | undefined {
  const arcs = profile.timestampPolicyArcs;
  return arcs.length === 0 || isUnder(info.policy, arcs) ? undefined : 'policy-wrong';
}
