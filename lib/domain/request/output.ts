import { z } from 'zod';
import { SignerRole } from '../output/document.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** The PDF in the documents bucket. */
export const OutputFile = z.object({ key: z.string(), sha256: Sha256, size: z.int().positive() });

/** The officer's detached CMS over the PDF, with the report of its check. */
export const OutputSignature = z.object({
  key: z.string(),
  cmsSha256: Sha256,
  reportKey: z.string(),
  at: z.iso.datetime(),
  by: z.object({ account: z.string(), name: z.string(), position: SignerRole }),
});

/** The output document as the rows make it: formed (numbered), created (the PDF), signed, delivered. */
export const Output = z.object({
  kind: z.enum(['certificate', 'refusal']),
  number: z.string(),
  formedAt: z.iso.datetime(),
  file: OutputFile.optional(),
  signature: OutputSignature.optional(),
  deliveredAt: z.iso.datetime().optional(),
});
export type Output = z.infer<typeof Output>;
