import * as z from 'zod';
import { readDocumentNumber } from './number.ts';
import { Printable, Text, Words } from './printable.ts';

/** A line of the form: what is asked in both languages, and the answer. */
export const OutputField = z.strictObject({ label: Words, value: Text });
export type OutputField = z.infer<typeof OutputField>;

/** A table of the form, under its columns' names. The rows are numbered when they are drawn; an empty cell is null. */
export const OutputTable = z.strictObject({
  label: Words,
  columns: z.array(Words).min(1),
  rows: z.array(z.array(Text.nullable())).min(1),
});
export type OutputTable = z.infer<typeof OutputTable>;

/** Who may sign an output. */
export const SignerRole = z.enum(['mio-officer', 'mio-head', 'akim', 'commission-member', 'con-operator']);
export type SignerRole = z.infer<typeof SignerRole>;

export const Official = z.strictObject({ name: Printable, position: Text });
export const Signer = Official.extend({ role: SignerRole });
export type Signer = z.infer<typeof Signer>;

const Everywhere = z.strictObject({
  number: z.string().refine((number) => readDocumentNumber(number) === number, 'is no document number'),
  /** Day of issue in the office's zone; also the PDF's creation date, so that the bytes repeat. */
  issuedOn: z.iso.date(),
  /** The body that answers, e.g. «Отдел занятости и социальных программ города Шымкент». */
  office: Text,
  region: Words,
  /** Title of the service as the regulation has it. */
  service: Words,
  /** The regulation and the decree that the document rests on. */
  decree: Words,
  request: z.strictObject({ number: Printable, submittedOn: z.iso.date() }),
  applicant: z.strictObject({ name: Printable, iin: z.string().regex(/^\d{12}$/) }),
  /** The legal person that the document is for; `applicant` applied in its name, and their IIN is not printed. */
  organisation: z.strictObject({ name: Printable, bin: z.string().regex(/^\d{12}$/) }).optional(),
  /** Absent when the bytes are made before the signer is known. */
  signer: Signer.optional(),
  /** «Специалист»: who prepared the answer, if not the signer. */
  preparedBy: Official.optional(),
  /** Printed and signed by hand, if the service is not automated; else by EDS. */
  byHand: z.boolean().optional(),
  verifyUrl: z.url(),
  /** Of a document that took the place of another: which. */
  replaces: Words.optional(),
});

/** «Выходная форма положительного ответа». */
export const CertificateDocument = Everywhere.extend({
  kind: z.literal('certificate'),
  title: Words,
  /** The law named under the title of the form. */
  basis: Words.optional(),
  /** The form's sentences before and after its lines. */
  text: Words.optional(),
  closing: Words.optional(),
  fields: z.array(z.union([OutputField, OutputTable])),
});

/** «Выходная форма отрицательного ответа»: a letter in free form with the text of the grounds. */
export const RefusalDocument = Everywhere.extend({
  kind: z.literal('refusal'),
  /** The ground, in the words of the regulation's list. */
  ground: Text,
  /** The officer's own words; empty lines separate paragraphs. */
  text: Text,
  /** Who acts for the applicant, and by which power of attorney. */
  representative: Words.optional(),
  /** «Право заявителя на обжалование», in sentences. */
  appeal: z.array(Words),
});

/** The answer to a complaint: a letter with the outcome and its reasons. */
export const ReplyDocument = Everywhere.extend({
  kind: z.literal('reply'),
  complaint: z.strictObject({ number: Printable, registeredOn: z.iso.date(), ground: Words }),
  outcome: Words,
  text: Text,
  /** Who answers the next complaint, and what the law says of the court; empty where nobody does and nothing was read. */
  appeal: z.array(Words),
});
export type ReplyDocument = z.infer<typeof ReplyDocument>;

export const OutputDocument = z.discriminatedUnion('kind', [CertificateDocument, RefusalDocument, ReplyDocument]);
export type OutputDocument = z.infer<typeof OutputDocument>;
export type CertificateDocument = z.infer<typeof CertificateDocument>;
export type RefusalDocument = z.infer<typeof RefusalDocument>;
