import * as z from 'zod';
import { anchorPurposes } from './pinned-anchor.ts';
import type { Profile } from './profile.ts';

const texts = z.array(z.string()).readonly();
const seconds = z.int().nonnegative();

const fingerprint = z.string().regex(/^[0-9a-f]{64}$/u);
const pinned = z.strictObject({ fingerprint, purposes: z.array(z.enum(anchorPurposes)).readonly() });

/** Evidence from before anchors had purposes contains only fingerprints: each was pinned for everything then. */
const anchor = z.codec(z.union([pinned, fingerprint]), pinned, {
  decode: (given) => (typeof given === 'string' ? { fingerprint: given, purposes: [...anchorPurposes] } : given),
  encode: (anchorGiven) => anchorGiven,
});

/** A profile from outside: evidence contains the one that was used. */
export const profileSchema = z.strictObject({
  name: z.string(),
  anchors: z.array(anchor).readonly(),
  signatureAlgorithms: texts,
  digests: texts,
  leastRsaBits: z.int().positive(),
  usageMayBeAbsent: z.boolean(),
  purposes: z.strictObject({ signature: texts, authentication: texts }),
  policyArcs: texts,
  timestampPolicyArcs: texts,
  clockSkew: seconds,
  ocspLifetime: seconds,
  embeddedOcspWindow: seconds,
  listsKeepExpired: z.boolean(),
  timestampRequired: z.boolean(),
  agedAlgorithms: z.literal('refuse').exactOptional(),
}) satisfies z.ZodType<Profile>;
