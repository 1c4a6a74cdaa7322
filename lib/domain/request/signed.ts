import * as z from 'zod';

/** Lower-case hex. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

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
