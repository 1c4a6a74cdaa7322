import { randomBytes } from 'node:crypto';
import { attempt } from '../../eds/attempt.ts';
import { collectEvidence } from '../../eds/evidence.ts';
import { readSignatures, type Stampable } from '../../eds/extend/read-signatures.ts';
import { spliceEvidence } from '../../eds/extend/splice.ts';
import { parseOcspResponse } from '../../eds/ocsp/response.ts';
import type { EdsReport } from '../../eds/report.ts';
import { makeTimestampRequest } from '../../eds/tsp/timestamp-request.ts';
import { parseTimestampResponse } from '../../eds/tsp/timestamp-token.ts';
import { verifyEds, type EdsInput } from '../../eds/verify.ts';
import { findOcspSubjects } from '../../eds/verify/ocsp-subjects.ts';
import { parseCertificate } from '../../eds/x509/certificate.ts';
import type { AskOcsp } from './fetch-ocsp.ts';
import type { AskTimestamp } from './fetch-timestamp.ts';

export interface ExtendNeeds {
  readonly askTimestamp: AskTimestamp;
  /** Without answers kept from before: the status must be later than the timestamp. */
  readonly askOcsp: AskOcsp;
  /**
   * Whether each signer needs a responder's answer, where there are responders: a list may be older than the timestamp, and so know less.
   */
  readonly mustAnswer?: boolean;
  readonly clock: () => Date;
}

/**
 * The extended CMS, or what it lacks: no authority has stamped a signature (`timestamp`), no responder
 * has answered about a signer (`answer`), or with everything in it the signature still
 * does not pass with the anchors alone (`report` says why).
 */
export type Extended =
  | {
      readonly cms: Uint8Array;
      readonly report: EdsReport;
      /** When the last of its signatures was stamped (ISO 8601 UTC). */ readonly at: string;
    }
  | { readonly lacks: 'timestamp' | 'answer' }
  | { readonly lacks: 'proof'; readonly report: EdsReport };

/** Octets of all lists that are put into a signature; national lists may be far larger, and then the answers have to do. */
export const MOST_LISTS = 200_000;

/**
 * Puts into a signature what proves it later: a timestamp for each signature that has none, then answers about the
 * signers' certificates, the lists and the certificates that lead to the anchors. It is verified again with nothing but the anchors; unless
 * that passes, nothing is returned.
 *
 * @param input a signature that has passed, with the certificates and lists by which it did
 */
export async function extendCms(
  input: EdsInput,
  { askTimestamp, askOcsp, mustAnswer = false, clock }: ExtendNeeds,
): Promise<Extended> {
  const signatures = readSignatures(input.cms);
  const timestamps = await Promise.all(
    signatures.map(async (each) => (each.hasTimestamp ? undefined : stamp(each, askTimestamp))),
  );
  if (signatures.some(({ hasTimestamp }, place) => !hasTimestamp && !timestamps[place])) return { lacks: 'timestamp' };

  const stamped = spliceEvidence(
    input.cms,
    [],
    timestamps.map((timestamp) => timestamp && { timestamp, crls: [], ocsps: [] }),
  );
  // The answers come after the timestamp: only they say that the certificate was valid when it was made.
  const ocsps = await askOcsp(findOcspSubjects(input), clock());
  if (mustAnswer && ocsps.length < signatures.length) return { lacks: 'answer' };
  const { certificates, crls } = collectEvidence({ ...input, cms: stamped, ocsps });
  const anchors = certificates.filter((der) => isAnchor(der, input));
  const small = crls.reduce((sum, { length }) => sum + length, 0) <= MOST_LISTS ? crls : [];
  const values = { crls: small, ocsps: ocsps.flatMap((der) => attempt(() => parseOcspResponse(der).der) ?? []) };
  const cms = spliceEvidence(
    stamped,
    certificates.filter((der) => !anchors.includes(der)),
    signatures.map(({ hasRevocationValues }) => (hasRevocationValues ? undefined : values)),
  );
  const report = verifyEds({ ...input, cms, at: clock(), certificates: anchors, crls: [], ocsps: [] });
  if (report.verdict !== 'passed') return { lacks: 'proof', report };
  const times = report.signers.map(({ referenceTime }) => referenceTime).toSorted();
  return { cms, report, at: times.at(-1)! };
}

export const isAnchor = (der: Uint8Array, { profile }: EdsInput): boolean => {
  const read = attempt(() => parseCertificate(der));
  return profile.anchors.some(({ fingerprint }) => fingerprint === read?.fingerprint);
};

/** The token, if it answers this question; whether it is a good one, the verification says. */
export async function stamp(
  { algorithm, digest }: Pick<Stampable, 'algorithm' | 'digest'>,
  ask: AskTimestamp,
): Promise<Uint8Array | undefined> {
  const nonce = new Uint8Array(randomBytes(16));
  const answer = await ask(makeTimestampRequest(algorithm, digest, nonce));
  const token = answer && attempt(() => parseTimestampResponse(answer));
  const asked = BigInt(`0x01${Buffer.from(nonce).toString('hex')}`);
  return token?.info.nonce === asked ? token.der : undefined;
}
