import { readCarriedEvidence } from '../cms/carried-evidence.ts';
import type { SignedData } from '../cms/signed-data.ts';
import type { SignerInfo } from '../cms/signer-info.ts';
import { isoTime } from '../iso-time.ts';
import type { Message } from '../message.ts';
import { readSignerIdentity } from '../person.ts';
import type { SignerReport } from '../report.ts';
import { verdictOf } from './check.ts';
import { extendContext, type Context } from './context.ts';
import { checkPerson, type Expected } from './expectations.ts';
import { notChecked } from './not-checked.ts';
import { checkCertificate } from './path.ts';
import { readClaimedTime } from './signer-attributes.ts';
import { checkSignature } from './signer-signature.ts';
import { checkTimestamps, type TimestampFindings } from './timestamp.ts';
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
  const timestamp = checkTimestamps(signer, within);
  // A token that may yet prove to be good lets nothing pass, and what would pass with it has not failed.
  const time = timestamp.time?.at ?? context.receivedAt;
  const { certificate, algorithm } = signature;
  const identity = certificate && readSignerIdentity(certificate);
  const path = certificate && checkCertificate(certificate, within, time);
  const checks = [
    ...signature.checks,
    ...timestamp.checks,
    ...notChecked(signer),
    ...(path ? path.checks : []),
    ...(certificate ? checkUsage(certificate, expected.purpose ?? 'signature', within.profile) : []),
    ...(identity && certificate ? checkPerson(identity, expected, certificate.fingerprint) : []),
  ];
  const claimed = readClaimedTime(signer);
  const report: SignerReport = {
    verdict: verdictOf(checks.map(({ status }) => status)),
    checks,
    ...(identity && { identity }),
    ...(certificate && { certificate: certificate.fingerprint }),
    ...(algorithm !== undefined && { algorithm }),
    ...(claimed && { claimedTime: isoTime(claimed) }),
    referenceTime: isoTime(time),
    referenceTimeSource: sourceOf(timestamp),
    ...(timestamp.time?.checked && timestamp.ends && { timestampEnds: isoTime(timestamp.ends) }),
  };
  const again = [timestamp.tryAgainAfter, path?.tryAgainAfter]
    .flatMap((date) => date ?? [])
    .toSorted((a, b) => Number(b) - Number(a))[0];
  return { report, ...(again && { tryAgainAfter: again }) };
}

const sourceOf = ({ time }: TimestampFindings): SignerReport['referenceTimeSource'] =>
  time === undefined ? 'server-clock' : time.checked ? 'timestamp' : 'timestamp-unchecked';
