import * as z from 'zod';
import type { Profile } from './profile.ts';

const texts = z.array(z.string()).readonly();
const seconds = z.int().nonnegative();

/** A profile from outside: evidence carries the one that it was judged by. */
export const profileSchema = z.strictObject({
  name: z.string(),
  anchors: z.array(z.string().regex(/^[0-9a-f]{64}$/u)).readonly(),
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
}) satisfies z.ZodType<Profile>;
