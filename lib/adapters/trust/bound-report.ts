import type { Check, EdsReport, SignerReport } from '../../eds/report.ts';

/** The largest report in a refusal, in bytes of JSON; that of a usual signature has about five thousand. */
export const REPORT_BYTES = 12_000;

/** Limits of a shortened report: signers, checks of each, and characters of a name. */
const MOST = { signers: 4, checks: 8, letters: 100 } as const;

/**
 * A report that fits into a refusal: whole, or without the passed checks, or only the first failed ones without details.
 * The whole report of a submission is in the documents bucket.
 */
export function boundReport(report: EdsReport): EdsReport {
  if (fits(report)) return report;
  const telling = overChecks(report, (checks) => checks.filter(({ status }) => status !== 'passed'));
  if (fits(telling)) return telling;
  const { verdict, checks, signers, profile } = telling;
  return { verdict, checks: brief(checks), signers: signers.slice(0, MOST.signers).map(briefSigner), profile };
}

const fits = (report: EdsReport) => Buffer.byteLength(JSON.stringify(report)) <= REPORT_BYTES;

const overChecks = (report: EdsReport, choose: (checks: readonly Check[]) => readonly Check[]): EdsReport => ({
  ...report,
  checks: choose(report.checks),
  signers: report.signers.map((signer) => ({ ...signer, checks: choose(signer.checks) })),
});

const brief = (checks: readonly Check[]): Check[] =>
  checks
    .slice(0, MOST.checks)
    .map(({ code, status, source, subject }) => ({ code, status, source, ...(subject && { subject }) }));

function briefSigner({ verdict, checks, identity, referenceTime, referenceTimeSource }: SignerReport): SignerReport {
  const { iin, bin, commonName, kind, roles } = identity ?? {};
  return {
    verdict,
    checks: brief(checks),
    ...(kind && {
      identity: {
        ...(iin && { iin }),
        ...(bin && { bin }),
        ...(commonName && { commonName: commonName.slice(0, MOST.letters).toWellFormed() }),
        kind,
        roles: roles?.slice(0, MOST.checks) ?? [],
      },
    }),
    referenceTime,
    referenceTimeSource,
  };
}
