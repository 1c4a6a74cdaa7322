import { BudgetExhausted, type Budget } from './budget.ts';
import { parseSignedData, type SignedData } from './cms/signed-data.ts';
import { equalBytes } from './der.ts';
import { recogniseForeign } from './foreign.ts';
import { contentMessage, type Digests } from './message.ts';
import type { EdsCache } from './path/cache.ts';
import type { Profile } from './profiles/profile.ts';
import { EdsRefusal } from './refusal.ts';
import type { Check, EdsReport } from './report.ts';
import type { CheckCode, ProblemCode } from './report-codes.ts';
import { failed, passed, verdictOf } from './verify/check.ts';
import { extendContext, makeContext } from './verify/context.ts';
import { checkApplicant, type Expected } from './verify/expectations.ts';
import { checkSigner } from './verify/signer.ts';
import { Work } from './work.ts';

export type { Expected } from './verify/expectations.ts';
export { EdsCache } from './path/cache.ts';

/** All inputs of a verification. */
export interface EdsInput {
  /** DER or BER of a ContentInfo with SignedData. */
  readonly cms: Uint8Array;
  /** What was signed, if the signature is detached; with an attached signature it must be the same octets. */
  readonly content?: Uint8Array;
  /**
   * The server's clock: the reference time, unless a verified timestamp or `receivedAt` gives one. No evidence may be
   * newer.
   */
  readonly at: Date;
  /** For a later check, when the signature came in: it replaces `at` as the reference time. */
  readonly receivedAt?: Date;
  /** With the anchors' fingerprints in it (`findProfile`). */
  readonly profile: Profile;
  /** DER of anchors and intermediates in any order; trusted only if the profile pins them. */
  readonly certificates: readonly Uint8Array[];
  /** DER of revocation lists, complete and delta. */
  readonly crls: readonly Uint8Array[];
  /** DER of OCSP answers. */
  readonly ocsps?: readonly Uint8Array[];
  readonly expected?: Expected;
  /** Keeps what was read and verified of anchors and lists between calls; a server has one. */
  readonly cache?: EdsCache;
  /**
   * The digests of `content`, or of the attached content, from `hashContent`. Without them the content is hashed during
   * the verification.
   */
  readonly contentDigests?: Digests;
  /**
   * What this check may cost, without the hashing of the content; afterwards it says what it cost. Default: `new
   * Budget()`.
   */
  readonly budget?: Budget;
}

/**
 * Verifies a signature from the octets to the person. It fails closed: what could not be checked is `indeterminate`,
 * never passed, and never confused with refused. Pure: the same input gives the same report.
 *
 *     const profile = findProfile('kz-nca', [sha256OfRoot]);
 *     verifyEds({ cms, content, at: new Date(), profile, certificates, crls, expected: { iin: '…' } }).verdict
 *
 * Never throws because of the octets. docs/eds.md lists the checks in order.
 */
export function verifyEds(input: EdsInput): EdsReport {
  const signedData = readOrRefuse(input.cms);
  if (signedData instanceof EdsRefusal) return refuse(input.profile, 'cms-form', signedData.code);
  try {
    return verifySignedData(signedData, input);
  } catch (error) {
    if (error instanceof BudgetExhausted) return refuse(input.profile, 'cost', 'cost-limit');
    throw error;
  }
}

function verifySignedData(signedData: SignedData, input: EdsInput): EdsReport {
  const { profile, at, expected = {} } = input;
  const work = new Work(input.budget, input.cache);
  const material = { certificates: input.certificates, crls: input.crls, ocsps: input.ocsps ?? [] };
  const own = { ...makeContext(at, profile, material, work), receivedAt: input.receivedAt ?? at };
  const context = extendContext(own, signedData);
  const checks = [passed('cms-form'), checkSigners(signedData), checkContent(signedData, input.content)];
  const octets = signedData.content ?? input.content;
  const content = octets && contentMessage(octets, input.contentDigests);
  const findings = signedData.signers.map((signer) => checkSigner(signedData, signer, content, context, expected));
  const signers = findings.map(({ report }) => report);
  const all = [...checks, ...checkApplicant(signers, expected)];
  const verdict = verdictOf([...all.map(({ status }) => status), ...signers.map((signer) => signer.verdict)]);
  const inadmissible = context.inadmissible.counts;
  const again = findings
    .flatMap(({ tryAgainAfter }) => tryAgainAfter ?? [])
    .toSorted((a, b) => Number(b) - Number(a))[0];
  return {
    verdict,
    checks: all,
    signers,
    profile: profile.name,
    ...(inadmissible.length > 0 && { inadmissible }),
    ...(verdict === 'indeterminate' && again && { tryAgainAfter: again.toISOString() }),
  };
}

function readOrRefuse(cms: Uint8Array): SignedData | EdsRefusal {
  try {
    return parseSignedData(cms);
  } catch (error) {
    if (error instanceof EdsRefusal) return new EdsRefusal(recogniseForeign(cms) ?? error.code, error.offset);
    throw error;
  }
}

const refuse = ({ name }: Profile, check: CheckCode, problem: ProblemCode): EdsReport => ({
  verdict: 'failed',
  checks: [failed(check, problem)],
  signers: [],
  profile: name,
});

/** RFC 5652 section 5.1 allows a SignedData without signers (only certificates); it proves nothing. */
const checkSigners = ({ signers }: SignedData): Check =>
  signers.length === 0
    ? failed('signers-present', 'no-signer')
    : passed('signers-present', { detail: { signers: signers.length } });

function checkContent({ content }: SignedData, given: Uint8Array | undefined): Check {
  if (content === undefined && given === undefined) return failed('content', 'content-missing');
  if (content !== undefined && given !== undefined && !equalBytes(content, given))
    return failed('content', 'content-differs');
  return passed('content', { detail: { attached: content === undefined ? 'no' : 'yes' } });
}
