import * as z from 'zod';
import { zones } from '../calendar/zone.ts';
import { nameDecree } from './name-decree.ts';
import { OpenHours, openHoursOf } from './open-hours.ts';
import { placesOf } from './place.ts';
import type { Channel, Regulation } from './regulation.ts';
import { Bilingual } from './bilingual.ts';
import { indicators } from './questionnaire.ts';
import { Document, FormField, OutputField, Receipt } from './schema.ts';
import { Amount } from './term.ts';
import { rowAgain } from './row-again.ts';
import { termsFrom, termsOf } from './whole-term.ts';
import { regionCodes, regions } from './regions.ts';
import { channels, counters, tellingRegisters, type Counter } from './words.ts';

/** Without sources and readings, which only the regulation has. */
const Field = FormField.omit({ source: true, reading: true }).strip();
const OutputLine = OutputField.omit({ source: true, reading: true, from: true }).strip();
const Line = OutputField.pick({
  name: true,
  label: true,
  from: true,
  kind: true,
  choices: true,
  columns: true,
}).strip();

const DocumentCard = z.strictObject({
  title: Bilingual,
  basis: Bilingual.optional(),
  text: Bilingual.optional(),
  closing: Bilingual.optional(),
  /** What the officer fills in at approval. */
  fields: z.array(OutputLine),
  /** The lines of the document, in order, and where each value comes from. */
  lines: z.array(Line),
});
export type DocumentCard = z.infer<typeof DocumentCard>;

/**
 * What the functions need of a regulation. It is small, because nearly every bundle contains it. What only the
 * catalogue's endpoints show is in `detail.ts`, addresses are in `place.ts`.
 */
export const ServiceCard = z.strictObject({
  /** `south-kazakhstan-unemployed-certificate` */
  id: z.string(),
  /** The version that a request names; a changed regulation has another one. */
  version: z.string(),
  /** The machines' common name; a machine is `<machine>-<channel>`. */
  machine: z.string(),
  region: z.enum(regionCodes),
  service: z.string(),
  /** IANA name of the offices' zone. */
  zone: z.enum(zones),
  hours: OpenHours,
  decree: z.strictObject({
    issuer: z.string(),
    number: z.string(),
    date: z.string(),
    /** How the documents and pages name the act: «Регламент утверждён постановлением …». */
    named: Bilingual,
    repealed: z.string().optional(),
    excluded: z.string().optional(),
  }),
  title: Bilingual,
  electronic: z.boolean(),
  channels: z.array(
    z.strictObject({
      channel: z.enum(channels),
      /** Who makes the request: the applicant on the portal, or the employee of a counter. */
      counter: z.enum(counters),
      /** The terms of a request, one after another: their sum is its due time. */
      terms: z.array(Amount),
      /** The terms of a later run, from the row that decides again. */
      again: z.strictObject({ terms: z.array(Amount) }).optional(),
      /** The field of the form with the address of whoever wants the result by e-mail. */
      mailed: z.string().optional(),
    }),
  ),
  /** Where legal persons may apply. */
  organisations: z.array(z.enum(channels)),
  fields: z.array(Field),
  /** Which register tells a visitor's name, and at which counters. */
  visitor: z.strictObject({ register: z.enum(tellingRegisters), channels: z.array(z.enum(channels)) }).optional(),
  /** What an attachment may be a scan of, and what has to be sent. */
  documents: z.array(Document.omit({ text: true }).strip()),
  /** The offices that decide. Addresses, centres and akims are in `places.ts`. */
  offices: z.array(z.strictObject({ code: z.string(), name: z.string(), nameKk: z.string().optional() })),
  output: DocumentCard.extend({
    kind: z.string(),
    /** The interim document of a service with a queue. */
    interim: DocumentCard.optional(),
  }),
  /** How long an offer of a place is open. */
  queue: z
    .strictObject({
      answerWithin: Amount,
      /** The fields of the form that say who waits, and the age in years at which they leave. */
      child: z
        .strictObject({ iin: z.string(), name: z.string(), birthDate: z.string(), youngerThan: z.int().positive() })
        .optional(),
    })
    .optional(),
  /** The grounds of refusal, if the regulation lists them: then there are no others. */
  grounds: z.array(z.string()),
  receipts: z.array(Receipt),
  /** How the regulation promises that an appeal is explained, if it does. */
  appeal: z.strictObject({ words: Bilingual, phone: z.string().optional(), source: z.string() }).optional(),
  /** «Анкета» without its words: how many answers each question lists, and which of them counts as satisfied. */
  asks: z.array(
    z.strictObject({ measures: z.enum(indicators), answers: z.int().positive(), satisfied: z.int().positive() }),
  ),
});
export type ServiceCard = z.infer<typeof ServiceCard>;

/** What an office is called: in both languages, where its Kazakh name is known. */
export function officeNamed(
  { offices }: Pick<ServiceCard, 'offices'>,
  office: string,
): string | z.infer<typeof Bilingual> {
  const { name = office, nameKk } = offices.find(({ code }) => code === office) ?? {};
  return nameKk === undefined ? name : { kk: nameKk, ru: name };
}

/** Papers go to the actor of the first row of their table: a centre's inspector, or an executor of the department. */
const counterOf = ({ channel, actions: [first] }: Channel): Counter => {
  if (channel !== 'paper') return channel;
  return first?.actor.slug === 'con' ? 'con' : 'mio';
};

const documentOf = ({ title, basis, text, closing, fields }: NonNullable<Regulation['output']['interim']>) => ({
  title,
  ...(basis && { basis }),
  ...(text && { text }),
  ...(closing && { closing }),
  fields: fields.filter(({ from }) => from === 'officer'),
  lines: fields,
});

/** The age limit is that of the field of birth. */
function childIn({ child }: NonNullable<Regulation['queue']>, fields: Regulation['form']['fields']) {
  const youngerThan = fields.find(({ name }) => name === child?.birthDate)?.youngerThan;
  return child && youngerThan !== undefined ? { child: { ...child, youngerThan } } : {};
}

function againOf(channel: Channel) {
  const row = rowAgain(channel);
  return row === undefined ? {} : { again: { terms: termsFrom(channel, row) } };
}

/** The card of a regulation. */
export function cardOf(regulation: Regulation): ServiceCard {
  const { id, version, machine, region, service, title, electronic, decree, form, output, queue } = regulation;
  return ServiceCard.parse({
    id,
    version,
    machine,
    region,
    service,
    electronic,
    zone: regions[region].zone,
    hours: openHoursOf(placesOf(regulation)),
    decree: {
      issuer: decree.issuer,
      number: decree.number,
      date: decree.date,
      named: nameDecree(decree, regions[region]),
      ...(decree.repealed && { repealed: decree.repealed.date }),
      ...(decree.excluded && { excluded: decree.excluded.date }),
    },
    title: { ru: title.ru, kk: title.kk },
    channels: regulation.channels.map((channel) => ({
      channel: channel.channel,
      counter: counterOf(channel),
      terms: termsOf(channel),
      ...againOf(channel),
      ...(channel.mailed && { mailed: channel.mailed.field }),
    })),
    organisations: regulation.organisations?.channels ?? [],
    fields: form.fields,
    ...(form.visitor && { visitor: { register: form.visitor.register, channels: form.visitor.channels } }),
    documents: regulation.documents?.items ?? [],
    offices: placesOf(regulation)
      .filter(({ kind }) => kind === 'office')
      .map(({ code, name, nameKk }) => ({ code, name, ...(nameKk !== undefined && { nameKk }) })),
    output: {
      kind: output.kind,
      ...documentOf(output),
      ...(output.interim && { interim: documentOf(output.interim) }),
    },
    ...(queue && { queue: { answerWithin: queue.answerWithin, ...childIn(queue, form.fields) } }),
    grounds: regulation.refusal?.items ?? [],
    receipts: regulation.receipts ?? [],
    ...(regulation.appeal && { appeal: regulation.appeal }),
    asks: (regulation.questionnaire?.items ?? []).map(({ measures, answers, satisfied }) => ({
      measures,
      answers: answers.length,
      satisfied,
    })),
  });
}
