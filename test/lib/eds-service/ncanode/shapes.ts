import * as z from 'zod';
import { certificateReportSchema, reportSchema } from '../../../../lib/eds/report-schema.ts';

// NCANode's answers as its clients read them: every field, nothing else, and what is ours beside it.

const javaDate = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/u);
const hex = z.string().regex(/^[0-9a-f]+$/u);
const base64 = z.base64().min(1);
const verdict = z.enum(['passed', 'failed', 'indeterminate']);
const status = { status: z.literal(200), message: z.string() };

const subject = z.strictObject({
  commonName: z.string().optional(),
  lastName: z.string().optional(),
  surName: z.string().optional(),
  email: z.string().optional(),
  organization: z.string().optional(),
  gender: z.enum(['NONE', 'MALE', 'FEMALE']).optional(),
  iin: z.string().optional(),
  bin: z.string().optional(),
  country: z.string().optional(),
  locality: z.string().optional(),
  state: z.string().optional(),
  dn: z.string(),
});

const certificate = z.strictObject({
  valid: z.boolean(),
  revocations: z.array(
    z.strictObject({
      revoked: z.boolean(),
      by: z.enum(['OCSP', 'CRL']),
      revocationTime: javaDate.nullable(),
      reason: z.string().nullable(),
    }),
  ),
  notBefore: javaDate,
  notAfter: javaDate,
  keyUsage: z.enum(['UNKNOWN', 'AUTH', 'SIGN']),
  // Java writes a negative number with its sign.
  serialNumber: z.string().regex(/^-?[0-9a-f]+$/u),
  signAlg: z.string(),
  keyUser: z.array(z.string().regex(/^[A-Z_]+$/u)),
  publicKey: base64,
  signature: base64,
  subject,
  issuer: subject,
});

const tsp = z.strictObject({
  serialNumber: hex,
  genTime: javaDate,
  policy: z.string().regex(/^[\d.]+$/u),
  tsa: z.string().nullable(),
  tspHashAlgorithm: z.string().nullable(),
  hash: hex,
});

export const cmsVerified = z.strictObject({
  ...status,
  valid: z.boolean(),
  signers: z.array(z.strictObject({ certificates: z.array(certificate), tsp: tsp.nullable() })),
  verdict,
  report: reportSchema,
});

export const certificatesVerified = z.strictObject({
  ...status,
  valid: z.boolean(),
  signers: z.array(certificate.nullable()),
  verdict,
  reports: z.array(certificateReportSchema.nullable()),
});

export const cmsData = z.strictObject({ ...status, data: z.base64() });

export const refused = z.strictObject({
  status: z.int().min(400),
  message: z.string().min(1),
  code: z.string().regex(/^[a-z]+\/[a-z-]+$/u),
  field: z.string().optional(),
});
