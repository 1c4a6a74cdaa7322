import * as z from 'zod';
import { Sha256 } from '../digest/sha256.ts';
import { Stamp } from '../signature/stamp.ts';
import type { Event } from './event.ts';

/** What somebody signed by EDS, and its keys in the documents bucket, with those of its check. */
export const Signed = z.object({
  at: z.iso.datetime(),
  signerIin: z.string().regex(/^\d{12}$/),
  /** The BIN of the place or organisation in whose name it was signed; absent if a person signed for themselves. */
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
  /** Absent where no authority was asked for timestamps. */
  stamp: Stamp.optional(),
});
export type Signed = z.infer<typeof Signed>;

/** How many names of failed checks are kept for a refused signature. */
const CHECKS_NAMED = 10;
/**
 * How many refused signatures of one request are kept with report and evidence, because anybody can send any number.
 */
export const REFUSED_KEPT = 3;

/**
 * A signature that did not pass. `cms` is its digest, present if its certificate led to an anchor: then it may be kept.
 */
export interface RefusedSignature {
  readonly failed: readonly string[];
  readonly cms?: string;
}

interface Refusing {
  readonly refusedKept?: number | undefined;
}

/**
 * Records a refused EDS: returns the request with one more kept signature, if there is room, and the event for the
 * history. Many signers may fail the same check; it is named once.
 */
export function signatureRefused<R extends Refusing>(
  request: R,
  { failed, cms }: RefusedSignature,
  now: Date,
  facts: Event['facts'] = {},
) {
  const kept = request.refusedKept ?? 0;
  const isKept = cms !== undefined && kept < REFUSED_KEPT;
  const checks = [...new Set(failed)].slice(0, CHECKS_NAMED).join(' ');
  return {
    request: isKept ? { ...request, refusedKept: kept + 1 } : request,
    event: {
      at: now.toISOString(),
      code: 'signature-refused' as const,
      facts: { ...facts, ...(isKept && { cms }), checks },
    },
  };
}

/** Whether this change of the request has made room for the refused signature. */
export const keepsRefused = ({ events }: { readonly events: readonly Event[] }, cms: string): boolean =>
  events.at(-1)?.code === 'signature-refused' && events.at(-1)?.facts?.['cms'] === cms;
