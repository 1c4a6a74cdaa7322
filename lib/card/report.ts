import type { EdsReport, Verdict } from '../eds/report.ts';
import type { CardProblem } from './refusal.ts';

/** What a signature of a card lacks beyond a verification that passes. */
export const signatureProblems = [
  'not-cms',
  'attached',
  'not-valid',
  'not-sure',
  'certificate-outside',
  'no-timestamp',
  'no-proof',
  'proof-unchecked',
  'proof-outside-window',
] as const;
export type SignatureProblem = (typeof signatureProblems)[number];

export interface CardSignature {
  /** Of the file, as the card says. */
  readonly name: string;
  readonly verdict: Verdict;
  readonly problems: readonly SignatureProblem[];
  /** Absent if it is no CMS. */
  readonly report?: EdsReport;
}

/** `passed`: the document and all its signatures can be trusted. The pages were not looked at. */
export interface CardReport {
  readonly verdict: Verdict;
  /** Why nothing more was checked. */
  readonly problem?: CardProblem;
  readonly document?: { readonly name: string; readonly octets: Uint8Array };
  readonly signatures: readonly CardSignature[];
}
