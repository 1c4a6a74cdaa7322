import * as z from 'zod';
import { SignerRole } from './document.ts';
import { Mailing } from './mailing.ts';
import { Recipient } from './recipient.ts';
import { Sha256 } from '../digest/sha256.ts';
import { Stamp } from '../signature/stamp.ts';

/** Who decides or signs, and in the name of which office, centre or akim. */
export const Officer = z.object({
  account: z.string(),
  name: z.string(),
  /** Printed on the document that they sign. */
  position: SignerRole,
  place: z.string().optional(),
});
export type Officer = z.infer<typeof Officer>;

/** The PDF in the documents bucket. */
export const OutputFile = z.object({
  key: z.string(),
  sha256: Sha256,
  size: z.int().positive(),
  /** The account whose name the document bears; absent before somebody has claimed its signature. */
  signer: z.string().optional(),
  /** The post of that person, as the document names it. */
  post: z.object({ kk: z.string(), ru: z.string() }).optional(),
});
export type OutputFile = z.infer<typeof OutputFile>;

/** The officer's detached CMS over the PDF, with the report of its check. */
export const OutputSignature = z.object({
  key: z.string(),
  cmsSha256: Sha256,
  reportKey: z.string(),
  evidenceKey: z.string(),
  at: z.iso.datetime(),
  by: Officer,
  /** Absent where no authority was asked for timestamps. */
  stamp: Stamp.optional(),
});

/** On paper: who reported that they signed the printed document. There is no EDS to check. */
const SignatureByHand = OutputSignature.pick({ at: true, by: true });

/** The document asked for, the interim document, or the reasoned refusal. */
export const OutputKind = z.enum(['certificate', 'interim', 'refusal']);
export type OutputKind = z.infer<typeof OutputKind>;

/** The output document as the rows make it: first formed (numbered), then created (the PDF), signed and delivered. */
export const Output = z.object({
  kind: OutputKind,
  number: z.string(),
  formedAt: z.iso.datetime(),
  /** Of a registration: the place in the queue at that moment, which the document names. */
  place: z.int().positive().optional(),
  file: OutputFile.optional(),
  signature: OutputSignature.optional(),
  signedByHand: SignatureByHand.optional(),
  deliveredAt: z.iso.datetime().optional(),
  /** Of a document that was collected at a counter: who got it and who handed it over, at `deliveredAt`. */
  handedTo: z.object({ recipient: Recipient, by: Officer }).optional(),
  /** Of a document that its applicant wanted by e-mail, the first mailing first. */
  mailings: z.array(Mailing).optional(),
});
export type Output = z.infer<typeof Output>;

export interface DeliveredOutput extends Output {
  file: NonNullable<Output['file']>;
  deliveredAt: string;
}

/** Whether the applicant may have it: signed, and in their cabinet or handed over. */
export const isDelivered = (output: Output | undefined): output is DeliveredOutput =>
  output?.deliveredAt !== undefined && output.file !== undefined && signedOf(output) !== undefined;

/** When and by whom the output was signed, by EDS or by hand; undefined if it is unsigned: nobody gets it then. */
export const signedOf = (output: Output | undefined): z.infer<typeof SignatureByHand> | undefined =>
  output?.signature ?? output?.signedByHand;
