import * as z from 'zod';
import { placesOf } from './place.ts';
import type { Channel, Regulation } from './regulation.ts';
import { Bilingual, FormField, OutputField, Receipt } from './schema.ts';
import { Amount } from './term.ts';
import { termsOf } from './whole-term.ts';
import { channels, counters, regions, type Counter, type Region } from './words.ts';

/** Sources and readings stay in the regulation. */
const Field = FormField.omit({ source: true, reading: true }).strip();
const Line = OutputField.pick({ name: true, label: true, from: true, kind: true }).strip();

/**
 * What the running functions need of a regulation; small, since it travels in nearly every bundle. What only the
 * catalogue's endpoints show is in `detail.ts`, addresses are in `place.ts`.
 */
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
      /** Who makes the request: the applicant on the portal, or the employee of a counter. */
      counter: z.enum(counters),
      /** The terms that a request passes through, one after another: the sum is its due time. */
      terms: z.array(Amount),
    }),
  ),
  fields: z.array(Field),
  /** Who decides. Addresses, centres and akims are in `places.ts`. */
  offices: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  output: z.strictObject({
    kind: z.string(),
    title: Bilingual,
    basis: Bilingual.optional(),
    /** What the officer fills in when he approves. */
    fields: z.array(Field),
    /** What the document shows, in order, and where each value comes from. */
    lines: z.array(Line),
  }),
  receipts: z.array(Receipt),
});
export type ServiceCard = z.infer<typeof ServiceCard>;

/** Papers are carried to whoever acts first in their table: a centre's inspector, or an executor of the department. */
const counterOf = ({ channel, actions: [first] }: Channel): Counter => {
  if (channel !== 'paper') return channel;
  return first?.actor.slug === 'con' ? 'con' : 'mio';
};

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
    channels: regulation.channels.map((channel) => ({
      channel: channel.channel,
      counter: counterOf(channel),
      terms: termsOf(channel),
    })),
    fields: form.fields,
    offices: placesOf(regulation)
      .filter(({ kind }) => kind === 'office')
      .map(({ code, name }) => ({ code, name })),
    output: {
      kind: output.kind,
      title: output.title,
      ...(output.basis && { basis: output.basis }),
      fields: output.fields.filter(({ from }) => from === 'officer'),
      lines: output.fields,
    },
    receipts: regulation.receipts ?? [],
  });
}
