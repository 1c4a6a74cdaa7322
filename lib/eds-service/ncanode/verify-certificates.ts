import { decodeArmour } from '../../eds/armour.ts';
import { attempt } from '../../eds/attempt.ts';
import type { CertificateReport, Verdict } from '../../eds/report.ts';
import { parseCertificate, type Certificate } from '../../eds/x509/certificate.ts';
import { ok, type CertificateInfo } from './answers.ts';
import { certificateInfo } from './certificate-info.ts';
import { standingOf, type Wanted } from './standing.ts';

/** A certificate in base64 or PEM; undefined for anything else. */
export function readCertificate(text: string): Certificate | undefined {
  const der = decodeArmour(text);
  return der && attempt(() => parseCertificate(der));
}

/** One that was sent, and what was found; null for one that cannot be read. */
export type Checked = { readonly certificate: Certificate; readonly report: CertificateReport } | null;

/** The answer of `/x509/info` and `/x509/verify`: one entry for each certificate that was sent, in its order. */
export function certificateVerification(checked: readonly Checked[], wanted: Wanted) {
  const unreadable = checked.flatMap((each, place) => (each === null ? place : []));
  const verdict = worst(checked.map((each) => each?.report.verdict ?? 'failed'));
  return {
    ...ok,
    ...(unreadable.length > 0 && { message: `Certificate ${unreadable.join(', ')} cannot be read` }),
    valid: verdict === 'passed',
    signers: checked.map((each): CertificateInfo | null =>
      each === null
        ? null
        : certificateInfo(each.certificate, standingOf(each.report.checks, each.certificate.fingerprint, wanted)),
    ),
    verdict,
    reports: checked.map((each) => each?.report ?? null),
  };
}

/** Failed is worse than indeterminate, and that is worse than passed; of nothing it is failed. */
function worst(verdicts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['failed', 'indeterminate', 'passed'];
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'failed';
}
