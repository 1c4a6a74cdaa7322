import * as z from 'zod';
import { Goes } from './next.ts';
import { Amount } from './term.ts';
import { carriers, channels, effects, registries, statuses, subjects, tasks, views, workers } from './words.ts';

const words = <Key extends string>(record: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(record) as [Key, ...Key[]]);

/** Text of the source; only the extraction's errors are repaired. */
export const SourceText = z.string().trim().min(1);
/** Where a value is in the decree: point, appendix, table. Applies to everything beside and below it. */
export const Source = z.string().trim().min(2);
/** What the machine does where the source cannot be carried out as written, and why. English. */
export const Reading = z.string().trim().min(10);

/**
 * What a row asks: each register about its own subject. It is `found` if `all` registers know it, or `any` of them. Nobody asks
 * about a representative or a power of attorney if the applicant acts alone.
 */
export const RegistryQuestions = z.strictObject({
  need: z.enum(['all', 'any']),
  of: z.array(z.strictObject({ register: z.enum(registries), about: z.enum(subjects) })).min(1),
});
export type RegistryQuestions = z.infer<typeof RegistryQuestions>;

/** What a system does in a row: the Lambda's name and its parameters from the data. */
export const SystemOperation = z.strictObject({
  effect: z.enum(effects),
  to: z.array(z.enum(views)).optional(),
  view: z.enum(views).optional(),
  status: words(statuses).optional(),
  registry: RegistryQuestions.optional(),
  /** Why a system turns the request away (`refuse-request`); a key of the notices' texts. */
  because: z.enum(['eds-unconfirmed', 'sign-in-refused', 'no-registry-data', 'not-paid', 'documents']).optional(),
});

/** What a person does in a row. Without `term`, the row's own term is the work's. */
export const PeopleOperation = z.strictObject({
  work: z.enum(tasks),
  by: z.enum(workers),
  term: Amount.optional(),
  /** The longest term to which the worker may extend this work, once and with a notice. */
  extendable: Amount.optional(),
});

/** A row in which the machine does nothing: it was done before the start (`before`), or is empty in the source (`nothing`). */
export const IdleOperation = z.strictObject({ idle: z.enum(['before', 'nothing']) });

export const Operation = z.union([SystemOperation, PeopleOperation, IdleOperation]);
export type SystemOperation = z.infer<typeof SystemOperation>;
export type PeopleOperation = z.infer<typeof PeopleOperation>;
export type Operation = z.infer<typeof Operation>;

/** A row of an action table. `name`, `completion`, `term`, `next` are the source's cells; the rest is for the machine. */
export const ActionText = z.strictObject({
  no: z.int().positive(),
  actor: SourceText,
  name: SourceText,
  completion: SourceText,
  term: SourceText,
  next: SourceText,
  /** In order. */
  does: z.array(Operation).min(1),
  /** Only if the machine continues elsewhere than `next` says; a reading says why. */
  goes: Goes.optional(),
  reading: Reading.optional(),
});
export type ActionText = z.infer<typeof ActionText>;

/** A row that is in the step list but not in the table. */
export const AddedAction = ActionText.omit({ completion: true, next: true }).extend({
  source: Source,
  goes: Goes,
  reading: Reading,
});

export const ChannelText = z.strictObject({
  channel: z.enum(channels),
  title: SourceText,
  source: Source,
  /**
   * Lines of the extracted document that hold the table and nothing else. A test compares them letter by letter.
   * `artefact`: text that the extraction repeats there.
   */
  table: z.strictObject({ from: z.int(), to: z.int(), artefact: SourceText.optional() }).optional(),
  steps: z.strictObject({
    source: Source,
    reading: Reading.optional(),
    /** Names what carries out each step: an endpoint or check (`words.ts`), or `row N`. */
    items: z.array(
      z.strictObject({ text: SourceText, by: z.union([words(carriers), z.string().regex(/^rows? \d+(, \d+)*$/)]) }),
    ),
  }),
  /** The term of the whole service in this channel, if the source states one besides its rows. */
  deadline: z.strictObject({ text: SourceText, source: Source, reading: Reading.optional() }).optional(),
  /** The row that decides a request again, after its applicant has accepted an offer from the queue. */
  again: z.strictObject({ row: z.int().positive(), source: Source, reading: Reading.optional() }).optional(),
  /**
   * «Нарочно или посредством отправки на электронную почту»: the field of the form with the address of whoever wants the result by
   * e-mail. It is what the steps or the rows say; how it is mailed is in statemachines/mailed-result.json.
   */
  mailed: z.strictObject({ field: z.string(), source: Source, reading: Reading.optional() }).optional(),
  actions: z.array(ActionText).min(1),
  added: z.array(AddedAction).optional(),
  /** The paper tables' «Варианты использования»: one column for each actor, the cells in order. */
  uses: z
    .array(
      z.strictObject({
        title: SourceText,
        source: Source,
        columns: z.array(z.strictObject({ actor: SourceText, cells: z.array(SourceText) })),
      }),
    )
    .optional(),
  reading: Reading.optional(),
});
export type ChannelText = z.infer<typeof ChannelText>;
