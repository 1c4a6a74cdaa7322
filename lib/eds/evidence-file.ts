import * as z from 'zod';
import type { EdsInput } from './verify.ts';
import { profileSchema } from './profiles/profile-schema.ts';
import { signerRoles, type EdsReport } from './report.ts';

const octets = z.codec(
  z.base64(),
  z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  {
    decode: (text) => new Uint8Array(Buffer.from(text, 'base64')),
    encode: (bytes) => Buffer.from(bytes).toString('base64'),
  },
);
const instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
});
const digits = z.string().regex(/^\d{12}$/u);

const format = 'e-akimat eds evidence 1';

/**
 * Evidence as JSON: octets in base64, the profile as it was then (not its name, because profiles change), no reference
 * to anything outside.
 */
export const evidenceSchema = z.strictObject({
  format: z.literal(format),
  at: instant,
  profile: profileSchema,
  cms: octets,
  /** For a later check: when the signature had come in. */
  receivedAt: instant.exactOptional(),
  content: octets.exactOptional(),
  certificates: z.array(octets).readonly(),
  crls: z.array(octets).readonly(),
  ocsps: z.array(octets).readonly().exactOptional(),
  expected: z
    .strictObject({
      iin: digits.exactOptional(),
      bin: digits.exactOptional(),
      role: z.enum(['individual', 'organisation', ...signerRoles]).exactOptional(),
      oneOf: z.array(z.enum(signerRoles)).readonly().exactOptional(),
      purpose: z.enum(['signature', 'authentication']).exactOptional(),
      coSigners: z.array(digits).readonly().exactOptional(),
    })
    .exactOptional(),
});

/** The JSON text of evidence; the same evidence gives the same text. */
export const writeEvidence = (input: EdsInput): string => {
  const { cache: _, budget: __, contentDigests: ___, ...kept } = input;
  return JSON.stringify(z.encode(evidenceSchema, { format, ...kept }));
};

/** The input of `verifyEds` again; throws a ZodError for anything that is not evidence. */
export const readEvidence = (text: string): EdsInput => {
  const { format: _, ...input } = z.decode(evidenceSchema, JSON.parse(text));
  return input;
};

/**
 * The JSON text of a report, as it is stored beside its evidence and as `eds verify --json` prints it: compared byte
 * for byte.
 */
export const writeReport = (report: EdsReport): string => `${JSON.stringify(report, null, 2)}\n`;
