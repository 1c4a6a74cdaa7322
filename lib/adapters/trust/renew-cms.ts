import { collectEvidence } from '../../eds/evidence.ts';
import { attempt } from '../../eds/attempt.ts';
import { parseSignedData } from '../../eds/cms/signed-data.ts';
import { readCarriedEvidence } from '../../eds/cms/carried-evidence.ts';
import { equalBytes } from '../../eds/bytes.ts';
import { readArchivable, spliceArchiveTimestamps } from '../../eds/extend/archive.ts';
import { splice } from '../../eds/extend/splice.ts';
import { contentMessage } from '../../eds/message.ts';
import type { EdsReport } from '../../eds/report.ts';
import { verifyEds, type EdsInput } from '../../eds/verify.ts';
import { isAnchor, MOST_LISTS, stamp, type ExtendNeeds } from './extend-cms.ts';

export type RenewNeeds = Pick<ExtendNeeds, 'askTimestamp' | 'clock'>;

/**
 * The renewed CMS with its report, or what it lacks, as `Extended` has it. `longer`: some signature of it proves itself for longer than
 * before; if none does (the authority's certificate is the same, or the algorithm ends first), the file only grew.
 */
export type Renewed =
  | { readonly cms: Uint8Array; readonly report: EdsReport; readonly longer: boolean }
  | { readonly lacks: 'timestamp' }
  | { readonly lacks: 'proof'; readonly report: EdsReport };

/**
 * Adds an archive timestamp to each signature, before what proves it ends. Everything that proves the earlier timestamps goes in first, so
 * that the new one covers it. It is verified again with nothing but the anchors; unless that passes, nothing is returned.
 *
 * @param input a signature with timestamps, and the certificates and lists of today by which it passes
 */
export async function renewCms(input: EdsInput, { askTimestamp, clock }: RenewNeeds): Promise<Renewed> {
  const before = verifyEds(input);
  const content = attempt(() => parseSignedData(input.cms))?.content ?? input.content;
  if (before.verdict !== 'passed' || content === undefined) return { lacks: 'proof', report: before };
  const proved = addEvidence(input);
  const archivable = readArchivable(proved, contentMessage(content, input.contentDigests));
  const tokens = await Promise.all(
    archivable.map(async (each) => ({ token: await stamp(each, askTimestamp), index: each.index })),
  );
  const stamped = tokens.flatMap(({ token, index }) => (token ? { token, index } : []));
  if (stamped.length < tokens.length) return { lacks: 'timestamp' };

  const cms = addEvidence({ ...input, cms: spliceArchiveTimestamps(proved, stamped) });
  const anchors = input.certificates.filter((der) => isAnchor(der, input));
  const report = verifyEds({ ...input, cms, at: clock(), certificates: anchors, crls: [], ocsps: [] });
  if (report.verdict !== 'passed') return { lacks: 'proof', report };
  // Sets are sorted when something is added, so a signer is found by its certificate.
  const had = new Map(before.signers.map(({ certificate, proof }) => [certificate, proof?.until ?? '']));
  const longer = report.signers.some(({ certificate, proof }) => (proof?.until ?? '') > (had.get(certificate) ?? ''));
  return { cms, report, longer };
}

/** With the certificates and lists by which it passes beside those that it has. */
function addEvidence(input: EdsInput): Uint8Array {
  const { certificates, crls } = collectEvidence(input);
  const carried = parseSignedData(input.cms).signers.flatMap(
    ({ unsignedAttributes }) => readCarriedEvidence(unsignedAttributes).crls,
  );
  const missing = crls.filter((der) => !carried.some((each) => equalBytes(each, der)));
  const small = missing.reduce((sum, { length }) => sum + length, 0) <= MOST_LISTS ? missing : [];
  return splice(input.cms, { certificates: certificates.filter((der) => !isAnchor(der, input)), crls: small });
}
