import { findDigest } from '../eds/algorithms.ts';
import { unwrapArmour } from '../eds/armour.ts';
import { attempt } from '../eds/attempt.ts';
import { Budget } from '../eds/budget.ts';
import { parseSignedData, type SignedData } from '../eds/cms/signed-data.ts';
import { hashContent } from '../eds/hash-content.ts';
import type { Profile } from '../eds/profiles/profile.ts';
import type { EdsReport, Verdict } from '../eds/report.ts';
import { EdsCache, verifyEds, type EdsInput } from '../eds/verify.ts';
import { isExecutable } from './executable.ts';
import { readAttachments, type Attachment } from './pdf/attachments.ts';
import { checkProof, listsOfOthers } from './proof.ts';
import { CardRefusal, type CardProblem } from './refusal.ts';
import type { CardReport, CardSignature, SignatureProblem } from './report.ts';

/** A card as it was received, and what is trusted. */
export interface CardInput {
  readonly pdf: Uint8Array;
  readonly at: Date;
  readonly profile: Profile;
  readonly certificates: readonly Uint8Array[];
  /** For authorities whose status the signatures do not prove themselves. */
  readonly crls: readonly Uint8Array[];
}

/** Microseconds of a quiet core for all signatures together: some dozens with everything that belongs to them. */
const MOST = 1_000_000;

const pdfBegins = [0x25, 0x50, 0x44, 0x46, 0x2d];

/**
 * Checks a card of an electronic document by its specification: the first file is the document, every other one a signature of it, and one
 * that does not hold makes the whole card untrusted. The pages prove nothing and are not looked at. Never throws because of the octets.
 *
 * @param rest lets other work run while a document is hashed
 */
export async function checkCard(input: CardInput, rest: () => Promise<unknown>): Promise<CardReport> {
  if (pdfBegins.some((octet, at) => input.pdf[at] !== octet)) return refuse('pdf-not');
  try {
    return await checkFiles(await readAttachments(input.pdf), input, rest);
  } catch (error) {
    if (error instanceof CardRefusal) return refuse(error.problem);
    throw error;
  }
}

const refuse = (problem: CardProblem): CardReport => ({ verdict: 'failed', problem, signatures: [] });

async function checkFiles(
  [document, ...signatures]: readonly Attachment[],
  input: CardInput,
  rest: () => Promise<unknown>,
): Promise<CardReport> {
  if (!document) return refuse('no-attachment');
  if (isExecutable(document)) return refuse('document-executable');
  if (signatures.length === 0) return { ...refuse('no-signature'), document };
  const shared: Shared = {
    ...{ ...input, content: document.octets, digests: new Map(), rest },
    ...{ budget: new Budget(MOST), cache: new EdsCache() },
  };
  const checked: CardSignature[] = [];
  for (const each of signatures) checked.push(await checkSignature(each, shared));
  return { verdict: worst(checked.map(({ verdict }) => verdict)), document, signatures: checked };
}

const order: readonly Verdict[] = ['failed', 'indeterminate', 'passed'];
const worst = (verdicts: readonly Verdict[]): Verdict => order.find((each) => verdicts.includes(each)) ?? 'failed';

/** What the signatures of a card have in common. `digests`: of the document, so that many signatures hash it once. */
interface Shared extends Omit<CardInput, 'pdf'> {
  readonly content: Uint8Array;
  readonly digests: Map<string, Uint8Array>;
  readonly budget: Budget;
  readonly cache: EdsCache;
  readonly rest: () => Promise<unknown>;
}

async function checkSignature({ name, octets }: Attachment, shared: Shared): Promise<CardSignature> {
  const cms = attempt(() => unwrapArmour(octets)) ?? octets;
  const signedData = attempt(() => parseSignedData(cms));
  if (!signedData) return { name, verdict: 'failed', problems: ['not-cms'] };
  if (signedData.content) return { name, verdict: 'failed', problems: ['attached'] };
  const { digests, rest, crls, ...common } = shared;
  const { cache } = common;
  const input: EdsInput = { ...common, cms, crls: [], expected: { purpose: 'signature' }, contentDigests: digests };
  if (!isHashed(signedData, digests))
    for (const [oid, digest] of await hashContent(input, rest)) digests.set(oid, digest);
  const alone = verifyEds(input);
  const isComplete = alone.verdict === 'passed';
  const report = isComplete ? alone : verifyEds({ ...input, crls });
  // The authorities' own status may come from the verifier's lists; the signer's must come from the signature.
  const own = isComplete ? alone : verifyEds({ ...input, crls: listsOfOthers(crls, signedData, cache) });
  const isDear = report.checks.some(({ code }) => code === 'cost');
  const problems = [...ofReport(report), ...(isDear ? [] : checkProof(signedData, own, report))];
  return { name, verdict: verdictOf(problems), problems, report };
}

const isHashed = ({ signers }: SignedData, digests: ReadonlyMap<string, Uint8Array>): boolean =>
  signers.every(({ digestAlgorithm }) => digests.has(findDigest(digestAlgorithm.oid)?.oid ?? ''));

const ofReport = ({ verdict }: EdsReport): readonly SignatureProblem[] =>
  verdict === 'passed' ? [] : [verdict === 'failed' ? 'not-valid' : 'not-sure'];

/** What could not be checked is neither good nor bad. */
const open: readonly SignatureProblem[] = ['not-sure', 'proof-unchecked'];
const verdictOf = (problems: readonly SignatureProblem[]): Verdict =>
  problems.length === 0 ? 'passed' : problems.every((each) => open.includes(each)) ? 'indeterminate' : 'failed';
