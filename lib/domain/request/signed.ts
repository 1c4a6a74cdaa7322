import * as z from 'zod';
import { Sha256 } from '../digest/sha256.ts';
import type { Event } from './event.ts';

/** What somebody signed by EDS, and where it lies in the documents bucket with the check that it passed. */
export const Signed = z.object({
  at: z.iso.datetime(),
  signerIin: z.string().regex(/^\d{12}$/),
  contentSha256: Sha256,
  cmsSha256: Sha256,
  contentKey: z.string(),
  cmsKey: z.string(),
  reportKey: z.string(),
  /** What the report rests on: it can be made again from this alone. */
  evidenceKey: z.string(),
});
export type Signed = z.infer<typeof Signed>;

/** Names of failed checks that are kept of a refused signature. */
const CHECKS_NAMED = 10;

/** An EDS that was refused, as the history keeps it. Many signers fail the same checks: each check is named once. */
export const signatureRefused = (codes: readonly string[], now: Date, facts: Event['facts'] = {}) => ({
  at: now.toISOString(),
  code: 'signature-refused' as const,
  facts: { ...facts, checks: [...new Set(codes)].slice(0, CHECKS_NAMED).join(' ') },
});
