import { z } from 'zod';
import type { Regulation } from './regulation.ts';
import { Bilingual, FormField, OutputField } from './schema.ts';
import { Amount } from './term.ts';
import { termsOf } from './whole-term.ts';
import { channels, departments, regions, type Region } from './words.ts';

const Office = z.object({ code: z.string(), name: z.string(), address: z.string(), phones: z.array(z.string()) });
/** Sources and readings stay in the regulation. */
const Field = FormField.omit({ source: true, reading: true }).strip();
const Line = OutputField.pick({ name: true, label: true, from: true, kind: true }).strip();
const Named = Office.pick({ code: true, name: true });

/** What the running functions need of a regulation; small, since it travels in their bundles. */
export const ServiceCard = z.strictObject({
  /** `south-kazakhstan-unemployed-certificate` */
  id: z.string(),
  /** The machines' common name; a machine is `<machine>-<channel>`. */
  machine: z.string(),
  region: z.enum(Object.keys(regions) as [Region, ...Region[]]),
  service: z.string(),
  /** IANA name of the offices' zone. */
  zone: z.enum(['Asia/Almaty', 'Asia/Aqtau']),
  decree: z.strictObject({
    issuer: z.string(),
    number: z.string(),
    date: z.string(),
    repealed: z.string(),
    excluded: z.string().optional(),
  }),
  title: Bilingual,
  electronic: z.boolean(),
  channels: z.array(
    z.strictObject({
      channel: z.enum(channels),
      /** The terms that a request passes through, one after another: the sum is its due time. */
      terms: z.array(Amount),
    }),
  ),
  form: Bilingual,
  fields: z.array(Field),
  documents: z.array(z.strictObject({ channel: z.enum(channels).optional(), text: z.string() })),
  refusal: z.array(z.string()),
  offices: z.array(Office),
  centres: z.array(Office),
  akims: z.array(Named),
  output: z.strictObject({
    kind: z.string(),
    title: Bilingual,
    basis: Bilingual.optional(),
    /** What the officer fills in when he approves. */
    fields: z.array(Field),
    /** What the document shows, in order, and where each value comes from. */
    lines: z.array(Line),
  }),
  questionnaire: z.array(z.strictObject({ question: z.string(), answers: z.array(z.string()) })),
});
export type ServiceCard = z.infer<typeof ServiceCard>;

/** The card of a regulation. */
export function cardOf(regulation: Regulation): ServiceCard {
  const { id, machine, region, service, title, electronic, decree, form, output } = regulation;
  return ServiceCard.parse({
    id,
    machine,
    region,
    service,
    electronic,
    zone: regions[region].zone,
    decree: {
      issuer: decree.issuer,
      number: decree.number,
      date: decree.date,
      repealed: decree.repealed.date,
      ...(decree.excluded && { excluded: decree.excluded.date }),
    },
    title: { ru: title.ru, kk: title.kk },
    channels: regulation.channels.map((channel) => ({ channel: channel.channel, terms: termsOf(channel) })),
    form: form.title,
    fields: form.fields,
    documents: regulation.documents?.items ?? [],
    refusal: regulation.refusal?.items ?? [],
    ...placesOf(regulation),
    output: {
      kind: output.kind,
      title: output.title,
      ...(output.basis && { basis: output.basis }),
      fields: output.fields.filter(({ from }) => from === 'officer'),
      lines: output.fields,
    },
    questionnaire: regulation.questionnaire?.items ?? [],
  });
}

/**
 * Offices, centres and akims under codes that are unique in the country: `south-kazakhstan-employment-shymkent`. A
 * regulation without a directory is provided by one office, named as its point 1 names the provider.
 */
function placesOf({ region, service, provider, offices, centres, akims, channels: ways }: Regulation) {
  const provided = `${region}-${departments[service] ?? service}`;
  const whole = { code: provided, name: provider.text, address: '-', phones: [] };
  const under = <Place extends { readonly code: string }>(prefix: string, places: readonly Place[]) =>
    places.map((place) => ({ ...place, code: `${prefix}-${place.code}` }));
  const hasCentres = ways.some(({ channel }) => channel === 'con');
  return {
    offices: offices ? under(provided, offices.items) : [whole],
    centres: centres ? under(region, centres.items) : hasCentres ? [{ ...whole, code: `${region}-con` }] : [],
    akims: under(`${region}-akim`, akims?.items ?? []),
  };
}
