import * as z from 'zod';
import { Sha256 } from '../digest/sha256.ts';
import type { Event } from './event.ts';

/** What somebody signed by EDS, and its keys in the documents bucket, with those of its check. */
export const Signed = z.object({
  at: z.iso.datetime(),
  signerIin: z.string().regex(/^\d{12}$/),
  /** The place in whose name it was signed; absent if a citizen signed. */
  signerBin: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  contentSha256: Sha256,
  cmsSha256: Sha256,
  contentKey: z.string(),
  cmsKey: z.string(),
  reportKey: z.string(),
  /** The evidence behind the report; the report can be made again from it. */
  evidenceKey: z.string(),
});
export type Signed = z.infer<typeof Signed>;

/** How many names of failed checks are kept for a refused signature. */
const CHECKS_NAMED = 10;

/** A refused EDS, as the history records it. Many signers may fail the same check; it is named once. */
export const signatureRefused = (codes: readonly string[], now: Date, facts: Event['facts'] = {}) => ({
  at: now.toISOString(),
  code: 'signature-refused' as const,
  facts: { ...facts, checks: [...new Set(codes)].slice(0, CHECKS_NAMED).join(' ') },
});
