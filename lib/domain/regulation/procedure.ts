import * as z from 'zod';
import { Goes } from './next.ts';
import { Amount } from './term.ts';
import { carriers, channels, effects, registries, statuses, tasks, views, workers } from './words.ts';

const words = <Key extends string>(record: Readonly<Record<Key, unknown>>) =>
  z.enum(Object.keys(record) as [Key, ...Key[]]);

/** Text of the source, repaired of extraction artefacts only. */
export const SourceText = z.string().trim().min(1);
/** Where a value stands in the decree: point, appendix, table. Holds for everything beside and below it. */
export const Source = z.string().trim().min(2);
/** What the machine does where the source cannot be carried out as written, and why. English. */
export const Reading = z.string().trim().min(10);

/** What a system does in a row: the Lambda's name and the parameters that it takes from the data. */
export const SystemOperation = z.strictObject({
  effect: z.enum(effects),
  to: z.array(z.enum(views)).optional(),
  view: z.enum(views).optional(),
  status: words(statuses).optional(),
  registry: z.array(z.enum(registries)).optional(),
  /** Why a system turns the request away (`refuse-request`); a key of the notices' texts. */
  because: z.enum(['eds-unconfirmed', 'sign-in-refused', 'no-registry-data', 'not-paid', 'documents']).optional(),
});

/** What a person does in a row. Without `term`, the row's own term is the work's. */
export const PeopleOperation = z.strictObject({
  work: z.enum(tasks),
  by: z.enum(workers),
  term: Amount.optional(),
  /** The longest term to which the worker may extend this work with a notice, once. */
  extendable: Amount.optional(),
});

/** A row with nothing to do in the machine: done before it starts (`before`), or empty in the source (`nothing`). */
export const IdleOperation = z.strictObject({ idle: z.enum(['before', 'nothing']) });

export const Operation = z.union([SystemOperation, PeopleOperation, IdleOperation]);
export type SystemOperation = z.infer<typeof SystemOperation>;
export type PeopleOperation = z.infer<typeof PeopleOperation>;
export type Operation = z.infer<typeof Operation>;

/** A row of an action table. `name`, `completion`, `term`, `next` are the source's cells; the rest is the machine's. */
export const ActionText = z.strictObject({
  no: z.int().positive(),
  actor: SourceText,
  name: SourceText,
  completion: SourceText,
  term: SourceText,
  next: SourceText,
  /** In order. */
  does: z.array(Operation).min(1),
  /** Only where the machine goes on otherwise than `next` says; a reading says why. */
  goes: Goes.optional(),
  reading: Reading.optional(),
});
export type ActionText = z.infer<typeof ActionText>;

/** A row that a table lacks and its step list has. */
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
   * Lines of the extracted document that hold the table and nothing else; a test compares them letter by letter.
   * `artefact`: what the extraction repeats there.
   */
  table: z.strictObject({ from: z.int(), to: z.int(), artefact: SourceText.optional() }).optional(),
  steps: z.strictObject({
    source: Source,
    reading: Reading.optional(),
    /** The machine carries each out in the named place: an endpoint or check (`words.ts`), or `row N`. */
    items: z.array(
      z.strictObject({ text: SourceText, by: z.union([words(carriers), z.string().regex(/^rows? \d+(, \d+)*$/)]) }),
    ),
  }),
  /** The whole service's term in this channel where the source states one beyond its rows. */
  deadline: z.strictObject({ text: SourceText, source: Source, reading: Reading.optional() }).optional(),
  /** The row at which a request is decided again, once its applicant has accepted an offer out of the queue. */
  again: z.strictObject({ row: z.int().positive(), source: Source, reading: Reading.optional() }).optional(),
  actions: z.array(ActionText).min(1),
  added: z.array(AddedAction).optional(),
  /** The paper tables' «Варианты использования»: one column an actor, the cells in order. */
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
