import { z } from 'zod';
import type { EdsReport } from '../../eds/report.ts';

const Verdict = z.enum(['passed', 'failed', 'indeterminate']);
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const CheckView = z.object({
  code: z.string(),
  status: z.enum(['passed', 'failed', 'indeterminate', 'not-applicable']),
  source: z.string().describe('The clause that asks for the check'),
  subject: Sha256.optional().describe('SHA-256 of the certificate that it is about'),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

const SignerView = z.object({
  verdict: Verdict,
  checks: z.array(CheckView),
  identity: z
    .object({
      iin: z.string().optional(),
      bin: z.string().optional(),
      commonName: z.string().optional(),
      organisation: z.string().optional(),
      kind: z.enum(['individual', 'organisation']),
      roles: z.array(z.enum(['first-head', 'right-to-sign', 'financial', 'personnel', 'employee'])),
    })
    .optional(),
  certificate: Sha256.optional().describe("SHA-256 of the signer's certificate"),
  algorithm: z.string().optional(),
  claimedTime: z.iso.datetime().optional().describe("The signer's own claim; proves nothing"),
  referenceTime: z.iso.datetime(),
  referenceTimeSource: z.enum(['timestamp', 'server-clock']),
});

/** The core's report on its way out. */
export const EdsReportView = z.object({
  verdict: Verdict,
  checks: z.array(CheckView),
  signers: z.array(SignerView),
  profile: z.string(),
  tryAgainAfter: z.iso.datetime().optional().describe('When an indeterminate answer is worth asking again'),
});

export const viewReport = (report: EdsReport): z.output<typeof EdsReportView> => EdsReportView.parse(report);
