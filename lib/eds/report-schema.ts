import * as z from 'zod';
import { signerRoles, type CertificateReport, type EdsReport } from './report.ts';

const verdict = z.enum(['passed', 'failed', 'indeterminate']);
const instant = z.iso.datetime();
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/u);
const digits = z.string().regex(/^\d{12}$/u);

const check = z.strictObject({
  code: z.string(),
  status: z.enum(['passed', 'failed', 'indeterminate', 'not-applicable', 'not-checked', 'warning']),
  source: z.string().describe('The clause that asks for the check'),
  subject: fingerprint.exactOptional().describe('SHA-256 of the certificate that it is about'),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
});

const identity = z.strictObject({
  iin: digits.exactOptional(),
  bin: digits.exactOptional(),
  commonName: z.string().exactOptional(),
  givenName: z.string().exactOptional().describe('The patronymic, as the authority of the country writes it'),
  organisation: z.string().exactOptional(),
  kind: z.enum(['individual', 'organisation']),
  roles: z.array(z.enum(signerRoles)).readonly(),
});

const signer = z.strictObject({
  verdict,
  checks: z.array(check).readonly(),
  identity: identity.exactOptional(),
  certificate: fingerprint.exactOptional().describe('SHA-256 of the certificate of the signer'),
  algorithm: z.string().exactOptional(),
  claimedTime: instant.exactOptional().describe('The claim of the signer; proves nothing'),
  referenceTime: instant,
  referenceTimeSource: z.enum(['timestamp', 'timestamp-unchecked', 'archive-timestamp', 'server-clock']),
  proof: z
    .strictObject({
      restsOn: z.enum(['server-clock', 'timestamp', 'archive-timestamp']),
      until: instant.describe('From then on it proves nothing, unless it is stamped again before'),
      endsBy: z.enum(['signer-certificate', 'tsa-certificate', 'authority-certificate', 'algorithm']),
      algorithm: z.string().exactOptional(),
    })
    .exactOptional()
    .describe('On what the verdict rests and until when that can be shown; absent if the signature failed'),
  timestampEnds: instant.exactOptional().describe('Only in reports from before `proof`'),
});

const inadmissible = z
  .array(
    z.strictObject({
      evidence: z.enum(['certificate', 'list', 'answer']),
      problem: z.string(),
      count: z.int().positive(),
    }),
  )
  .readonly()
  .exactOptional()
  .describe('Evidence that was given and counted for nothing, by kind and reason');
const tryAgainAfter = instant.exactOptional().describe('When an indeterminate answer is worth asking again');

/** A report as JSON: the answer of `GET /requests/{id}/signature-report`, and what evidence is compared with. */
export const reportSchema = z.strictObject({
  verdict,
  checks: z.array(check).readonly(),
  signers: z.array(signer).readonly(),
  profile: z.string(),
  inadmissible,
  tryAgainAfter,
}) satisfies z.ZodType<EdsReport>;

/** The report of one certificate as JSON. */
export const certificateReportSchema = z.strictObject({
  verdict,
  checks: z.array(check).readonly(),
  identity,
  certificate: fingerprint.describe('SHA-256 of the certificate'),
  algorithm: z.string().exactOptional(),
  referenceTime: instant,
  profile: z.string(),
  inadmissible,
  tryAgainAfter,
}) satisfies z.ZodType<CertificateReport>;
