import { findDigest } from '../algorithms.ts';
import { readCarriedEvidence } from '../cms/carried-evidence.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import { isoTime } from '../iso-time.ts';
import type { Message } from '../message.ts';
import { readSignerIdentity } from '../person.ts';
import type { SignerReport } from '../report.ts';
import type { Certificate } from '../x509/certificate.ts';
import { verdictOf } from './check.ts';
import { extendContext, type Context } from './context.ts';
import { checkPerson, type Expected } from './expectations.ts';
import { notChecked } from './not-checked.ts';
import { checkCertificate } from './path.ts';
import { readClaimedTime } from './signer-attributes.ts';
import { checkSignature } from './signer-signature.ts';
import { checkAge } from './age.ts';
import { checkArchiveTimestamps } from './archive-timestamps.ts';
import { basisOf } from './basis.ts';
import { checkContentTimestamps } from './content-timestamps.ts';
import { lifeOf } from './proof.ts';
import { checkTimestamps } from './timestamp.ts';
import { checkUsage } from './usage.ts';

export interface SignerFindings {
  readonly report: SignerReport;
  readonly tryAgainAfter?: Date;
}

/**
 * All checks of one signer in the order of the report: signature, time, path and revocation at that time, purpose,
 * person.
 */
export function checkSigner(
  signedData: SignedData,
  signer: SignerInfo,
  content: Message | undefined,
  context: Context,
  expected: Expected,
): SignerFindings {
  const within = extendContext(context, readCarriedEvidence(signer.unsignedAttributes));
  const signature = checkSignature(signedData, signer, content, within);
  const archive = checkArchiveTimestamps({ signedData, signer, content }, within);
  const timestamp = checkTimestamps(signer, within, archive.timestamps);
  const { time, source, checks: lasting, life, timed } = basisOf(timestamp, archive.timestamps, context);
  const { certificate, algorithm } = signature;
  const identity = certificate && readSignerIdentity(certificate);
  const path = certificate && checkCertificate(certificate, within, time);
  const own = path && algorithm !== undefined && ownLife(path.path, algorithm, signer, within);
  const checks = [
    ...signature.checks,
    ...timestamp.checks,
    ...archive.checks,
    ...lasting,
    ...checkContentTimestamps(signer, content, source === 'server-clock' ? undefined : time, within),
    ...notChecked(signer),
    ...(path ? path.checks : []),
    ...(own ? checkAge([{ of: 'signature', life: own, at: time }, ...timed], within.profile) : []),
    ...(certificate ? checkUsage(certificate, expected.purpose ?? 'signature', within.profile) : []),
    ...(identity && certificate ? checkPerson(identity, expected, certificate.fingerprint) : []),
  ];
  const claimed = readClaimedTime(signer);
  const verdict = verdictOf(checks.map(({ status }) => status));
  const proof = life ?? own;
  const report: SignerReport = {
    verdict,
    checks,
    ...(identity && { identity }),
    ...(certificate && { certificate: certificate.fingerprint }),
    ...(algorithm !== undefined && { algorithm }),
    ...(claimed && { claimedTime: isoTime(claimed) }),
    referenceTime: isoTime(time),
    referenceTimeSource: source,
    ...(verdict !== 'failed' && proof && { proof: { ...proof.ends, until: isoTime(proof.ends.until) } }),
  };
  const again = [timestamp.tryAgainAfter, archive.tryAgainAfter, path?.tryAgainAfter]
    .flatMap((date) => date ?? [])
    .toSorted((a, b) => Number(b) - Number(a))[0];
  return { report, ...(again && { tryAgainAfter: again }) };
}

/** Of the signature alone, without a timestamp. */
const ownLife = (path: readonly Certificate[], algorithm: string, signer: SignerInfo, { profile }: Context) =>
  path.length === 0
    ? undefined
    : lifeOf({ path, algorithm, digest: findDigest(signer.digestAlgorithm.oid) }, 'server-clock', profile);
