import * as z from 'zod';
import { Instant } from '../calendar/instant.ts';

/** Until when a signature with its timestamp proves itself, and what ends that (`ProofEnd` of lib/eds/report.ts). */
export const ProofLife = z.object({
  until: Instant,
  endsBy: z.enum(['signer-certificate', 'tsa-certificate', 'authority-certificate', 'algorithm']),
});
export type ProofLife = z.infer<typeof ProofLife>;

const DAY = 86_400_000;
const MONTH = 30 * DAY;
/** Renewing begins in the year before the end. */
const LEAD = 365 * DAY;

/**
 * When a proof is renewed, or tried again: within the year before its end. `part` spreads over a month what ends at the same moment, as everything
 * does that one authority has stamped. Between two attempts is a month, later a quarter of what is left, at least a day: some 25 in
 * all. Undefined: it ends before.
 */
export function nextRenewal({ until }: Pick<ProofLife, 'until'>, part: string, now: Date): string | undefined {
  const end = Date.parse(until);
  const wait = Math.max(DAY, Math.min(MONTH, (end - now.getTime()) / 4));
  const spread = (Number.parseInt(part.slice(0, 4), 16) / 0x1_00_00) * MONTH;
  const at = Math.max(end - LEAD + spread, now.getTime() + wait);
  return at < end ? new Date(at).toISOString() : undefined;
}
