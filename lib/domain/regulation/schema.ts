import * as z from 'zod';
import { Bilingual } from './bilingual.ts';
import { ChannelText, Reading, Source, SourceText } from './procedure.ts';
import { Questions } from './questionnaire.ts';
import { Amount } from './term.ts';
import { regionCodes } from './regions.ts';
import { acts, approved } from './name-decree.ts';
import { channels, departments, registerAnswers, tellingRegisters, type Department } from './words.ts';

const Day = z.iso.date();
const Act = z.strictObject({ number: SourceText, date: Day });

const codesOf = <Code extends string>(of: Readonly<Record<Code, unknown>>) => Object.keys(of) as [Code, ...Code[]];

/** The act that approves the regulation. Dates are ISO days. */
export const Decree = z.strictObject({
  act: z.enum(codesOf(acts)).default('resolution'),
  approves: z.enum(codesOf(approved)).default('regulation'),
  issuer: SourceText,
  /** The issuer in the genitive: «Министра труда Республики Казахстан». An akimat of the region needs none. */
  by: Bilingual.optional(),
  number: SourceText,
  date: Day,
  appendix: SourceText.optional(),
  registered: z.strictObject({ by: SourceText, number: SourceText, date: Day }),
  amended: z.array(Act.extend({ what: SourceText })).default([]),
  /** Absent while it is in force. */
  repealed: Act.optional(),
  /** The regulation was removed from the decree while the decree was in force. */
  excluded: Act.optional(),
  source: Source,
});

/** «Правила форматно-логического контроля»: a row of the source. */
export const FormatControl = z.strictObject({
  name: SourceText,
  required: SourceText,
  length: SourceText,
  format: SourceText,
});

const name = z.string().regex(/^[a-z][a-zA-Z0-9]*$/);

/** A column of a table: each row has its value. The row's number is the machine's and no column. */
export const Column = z.strictObject({
  name,
  label: Bilingual,
  required: z.boolean(),
  length: z.strictObject({ min: z.int().positive(), max: z.int().positive() }),
  format: z.enum(['numeric', 'text']),
  kind: z.enum(['day', 'yes-no', 'choice', 'email', 'phone', 'iin', 'money', 'count']).optional(),
  choices: z.array(Bilingual).optional(),
});

export type Column = z.infer<typeof Column>;

/** A field of the form on the screen or on the output. Lengths are in characters, that of a table in rows. */
export const FormField = z.strictObject({
  name,
  label: Bilingual,
  required: z.boolean(),
  length: z.strictObject({ min: z.int().positive(), max: z.int().positive() }),
  format: z.enum(['numeric', 'text']),
  /** The value that the field must have: the applicant's own IIN, or that of the accepted offer. */
  meaning: z.enum(['applicant-iin', 'offered-organisation', 'offered-from']).optional(),
  /** The kind of text. `day` is an ISO day, `choice` one of `choices` by its position from 1, `money` whole tenge. */
  kind: z.enum(['day', 'yes-no', 'choice', 'email', 'phone', 'iin', 'money', 'count', 'table']).optional(),
  choices: z.array(Bilingual).optional(),
  /** Of a table, from left to right. */
  columns: z.array(Column).min(1).max(6).optional(),
  /** Of a table: no two rows have the same values in these columns. */
  unique: z.array(name).min(1).optional(),
  /** Of a table: the columns with the quarter (from 1) and the year of a row, and the days of the form between which these lie. */
  quarters: z.strictObject({ quarter: name, year: name, from: name, until: name }).optional(),
  /** For a day, compared with the day on which the form is sent. */
  when: z.enum(['not-future', 'not-past']).optional(),
  /** For a day: the field of the same form that it must not precede. */
  notBefore: z.string().optional(),
  /** For a day of birth: the field of the same form with the person's IIN. */
  birthOf: z.string().optional(),
  /** For a day of birth: the person must be younger than this, in years. */
  youngerThan: z.int().positive().optional(),
  /** For an IIN: it must not be the applicant's. */
  ofAnother: z.literal(true).optional(),
  /** The fields of one group are filled in together or not at all. */
  group: z.string().optional(),
  /** Where it is asked; in every channel, if none is named. */
  channels: z.array(z.enum(channels)).min(1).optional(),
  /** Who is asked for it before the form is signed, and for which of their answers. */
  from: z.strictObject({ register: z.enum(tellingRegisters), answer: z.enum(registerAnswers) }).optional(),
  source: Source,
  reading: Reading.optional(),
});

/** A line of the output, and where its value comes from. */
export const OutputField = FormField.omit({ group: true, channels: true, from: true }).extend({
  from: z.enum(['officer', 'applicant-name', 'applicant-iin', 'submitted-day', 'signer-name', 'form', 'queue-place']),
});

/** A document that the list of a regulation names, for one channel or for all. */
export const Document = z.strictObject({
  channel: z.enum(channels).optional(),
  /** What an attachment that shows the document names; once in a channel. */
  code: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  /** In a few words. */
  name: Bilingual,
  text: SourceText,
  /**
   * Who has to send an electronic copy: everyone, or everyone one of those that say `one-of`. Absent where the source does not ask for an electronic copy.
   */
  scan: z.enum(['everyone', 'one-of']).optional(),
});
export type Document = z.infer<typeof Document>;

/** An office, a centre or an akim. `code` is the short name used in addresses and requests. */
export const Office = z.strictObject({
  no: z.int().positive(),
  code: z.string().regex(/^[a-z0-9][a-z0-9-]*$/),
  name: SourceText,
  district: SourceText.optional(),
  address: SourceText,
  phones: z.array(SourceText),
  email: SourceText.optional(),
  hours: SourceText.optional(),
  reading: Reading.optional(),
});

const Directory = z.strictObject({
  title: SourceText,
  source: Source,
  hours: SourceText.optional(),
  reading: Reading.optional(),
  items: z.array(Office).min(1),
});

const listOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ source: Source, reading: Reading.optional(), items: z.array(item).min(1) });

/**
 * Талон, расписка: what applicants get when they hand in their papers, in the named channels (in all, if none is named).
 * `delivery` is what they sign when they get the result.
 */
export const Receipt = z.strictObject({
  kind: z.enum(['coupon', 'receipt', 'delivery']),
  channels: z.array(z.enum(channels)).optional(),
  text: SourceText,
  source: Source,
});

const DocumentForm = z.strictObject({
  title: Bilingual,
  source: Source,
  /** Where its Kazakh is from; without it the Kazakh is this project's translation, which nobody has reviewed. */
  kazakhSource: Source.optional(),
  reading: Reading.optional(),
  /** The law named on the form. */
  basis: Bilingual.optional(),
  /**
   * The form's sentences before its lines, with `{name}` for the value of a field; such a field has no line of its own.
   */
  text: Bilingual.optional(),
  /** The form's sentences after its lines. */
  closing: Bilingual.optional(),
  fields: z.array(OutputField),
});

/** The document that a request ends with when it is approved. */
export const OutputForm = DocumentForm.extend({
  kind: z.enum(['certificate', 'notice', 'referral', 'copy']),
  /** «Промежуточный документ»: issued while the request waits for the document itself. */
  interim: DocumentForm.optional(),
});

/**
 * The queue in which a request waits after its interim document is issued. Offices offer places from it. Each channel
 * says in `again` at which row the machine continues after an accepted offer.
 */
export const Queue = z.strictObject({
  source: Source,
  /** How long an offer is open. */
  answerWithin: Amount,
  /** The fields of the form that say who waits. One child stands in one queue, whatever the service, office and channel. */
  child: z.strictObject({ iin: z.string(), name: z.string(), birthDate: z.string() }).optional(),
  reading: Reading.optional(),
});

/**
 * A numbered point or appendix of the text, and what answers it (`statemachines/answers.ts` lists the forms): keys of this file, parts of
 * a channel, routes, checks. A reading says what is not carried out.
 */
export const Point = z.strictObject({
  source: z.string().regex(/^(?:п\.|приложение) [1-9]\d*$/u),
  by: z.array(SourceText).default([]),
  reading: Reading.optional(),
});

/** A regulation as its YAML file holds it. Parts that the source does not have are absent. */
export const RegulationText = z.strictObject({
  region: z.enum(regionCodes),
  service: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  decree: Decree,
  /** Who provides the service: offices of this department. */
  department: z.enum(codesOf<Department>(departments)),
  /** Lines of the extracted document that hold this regulation; tests compare the words if the document is present. */
  extract: z.strictObject({ file: z.string(), from: z.int(), to: z.int() }).optional(),
  title: Bilingual.extend({ source: Source }),
  electronic: z.boolean(),
  automation: z.strictObject({ text: SourceText, source: Source }),
  kind: z.strictObject({ text: SourceText, source: Source }).optional(),
  provider: z.strictObject({ text: SourceText, source: Source }),
  standard: z.strictObject({ text: SourceText, source: Source }),
  participants: listOf(SourceText),
  /** Where people can ask about the status. */
  status: z.strictObject({ text: SourceText, source: Source }).optional(),
  contacts: z.strictObject({ text: SourceText, source: Source }).optional(),
  /** The words of `contacts` that promise an explanation of the appeal, and its telephone if it has one of its own. */
  appeal: z.strictObject({ words: Bilingual, phone: SourceText.optional(), source: Source }).optional(),
  result: z.strictObject({ text: SourceText, source: Source }).optional(),
  terms: listOf(SourceText).optional(),
  requirements: listOf(SourceText).optional(),
  conditions: listOf(SourceText).optional(),
  /** In which channels legal persons may apply, by whoever signs for them; absent where the text admits people alone. */
  organisations: z
    .strictObject({ channels: z.array(z.enum(channels)).min(1), source: Source, reading: Reading.optional() })
    .optional(),
  channels: z.array(ChannelText).min(1),
  formatControl: listOf(FormatControl).optional(),
  form: z.strictObject({
    title: Bilingual,
    source: Source,
    reading: Reading.optional(),
    /** Which register tells what the visitor is called, at the counters of these channels. */
    visitor: z
      .strictObject({
        register: z.enum(tellingRegisters),
        channels: z.array(z.enum(channels)).min(1),
        source: Source,
        reading: Reading,
      })
      .optional(),
    fields: z.array(FormField),
  }),
  documents: listOf(Document).optional(),
  refusal: listOf(SourceText).optional(),
  suspension: z.strictObject({ text: SourceText, source: Source }).optional(),
  output: OutputForm,
  queue: Queue.optional(),
  refusalForm: z
    .strictObject({ title: Bilingual, text: SourceText, source: Source, reading: Reading.optional() })
    .optional(),
  notices: z.strictObject({ text: SourceText, source: Source, reading: Reading.optional() }).optional(),
  receipts: z.array(Receipt).optional(),
  questionnaire: z.strictObject({ source: Source, reading: Reading.optional(), items: Questions }).optional(),
  offices: Directory.optional(),
  centres: Directory.optional(),
  akims: Directory.optional(),
  /** «Понятия и сокращения», as the text defines them. */
  definitions: listOf(SourceText).optional(),
  /** The acts that the decree and the regulation rest on, in their own sentences. */
  basis: listOf(SourceText).optional(),
  /** «Ответственность должностных лиц». */
  responsibility: listOf(SourceText).optional(),
  /** Every point of a transcribed text. */
  points: z.array(Point).optional(),
  /** Readings about no single value. */
  readings: z.array(z.strictObject({ about: SourceText, source: Source, reading: Reading })).optional(),
});
export type RegulationText = z.infer<typeof RegulationText>;
