import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { catalogueOf } from '../../../../lib/domain/regulation/catalogue.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

const { regulations } = readRegulations();

const text = z.string().min(1);
const amount = z.strictObject({
  value: z.number().positive(),
  unit: z.enum(['second', 'minute', 'hour', 'day', 'business_day', 'calendar_day', 'month']),
});
const row = z.int().positive();
const place = z.object({
  no: row,
  name: text,
  address: text,
  phones: z.array(text),
  email: z.email().optional(),
  hours: text.optional(),
});

/** What a reader of the catalogue may rely on. There may be more, but nothing of this may be missing. */
const Promised = z.object({
  id: text,
  region: text,
  service: text,
  decree: z.object({ number: text, date: z.iso.date(), excluded: z.iso.date().optional() }),
  title: text,
  electronic: z.boolean(),
  automation: text,
  kind: text.nullable(),
  channels: z
    .array(
      z.object({
        channel: z.enum(['portal', 'con', 'mio', 'paper', 'akim']),
        steps: z.array(z.object({ kind: z.enum(['process', 'condition', 'step']), number: row, text })),
        actions: z
          .array(
            z.strictObject({
              no: row,
              actor: text,
              name: text,
              completion: text,
              term: z.strictObject({
                text,
                min: amount.optional(),
                max: amount.optional(),
                extended: amount.optional(),
              }),
              next: z.array(z.strictObject({ to: row, if: text.optional() })),
              reading: text.optional(),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
  fields: z.array(z.strictObject({ name: text, required: z.boolean(), length: row, format: text })),
  documents: z.array(z.strictObject({ channel: text.optional(), text })),
  refusal: z.array(text),
  questionnaire: z.array(z.strictObject({ question: text, answers: z.array(text).min(2) })),
  offices: z.array(place),
  centres: z.array(place),
  akims: z.array(place),
  readings: z.array(z.object({ place: text, source: text, reading: text })),
});

describe('the catalogue as an outside reader has it', () => {
  it.each(regulations.map(({ regulation }) => ({ name: regulation.id, regulation })))(
    '$name keeps the promised shape',
    ({ regulation }) => {
      const printed: unknown = JSON.parse(JSON.stringify(catalogueOf(regulation)));
      expect(Promised.safeParse(printed).error?.issues ?? []).toEqual([]);
    },
  );

  it('has a term as a value wherever the source has a term', () => {
    const unread = regulations.flatMap(({ regulation }) =>
      catalogueOf(regulation).channels.flatMap(({ channel, actions }) =>
        actions
          .filter(({ term }) => /\d/.test(term.text) && !term.max)
          .map(({ no }) => `${regulation.id} ${channel} ${no}`),
      ),
    );
    expect(unread).toEqual([]);
  });
});
