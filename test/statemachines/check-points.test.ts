import { describe, expect, it } from '@jest/globals';
import { checkPoints } from '../../statemachines/check-points.ts';
import { readingsOf } from '../../lib/domain/regulation/catalogue.ts';
import type { RegulationText } from '../../lib/domain/regulation/schema.ts';
import { parts } from '../../lib/domain/regulation/text.ts';
import { readRegulations } from '../../statemachines/read.ts';
import { documentsAtHand, extract, lettersOf, plus, squeeze } from '../lib/domain/regulation/source.ts';
import { numbersOf, textsOf, type Numbered } from './points.ts';

const { regulations } = readRegulations();
const transcribed = regulations.flatMap(({ regulation }) =>
  regulation.extract && regulation.points
    ? [{ ...regulation, extract: regulation.extract, points: regulation.points }]
    : [],
);
if (!documentsAtHand)
  console.log('The decrees are not at hand: counting their points and comparing their words is skipped.');
const compare = documentsAtHand ? it : it.skip;

describe.each(transcribed)('the text of $id', (regulation) => {
  const { points, channels, extract: at } = regulation;
  const numbered = () => numbersOf(extract(at.file, at.from, at.to));

  compare('has each of its points answered, and no other', () => {
    const answered = points.flatMap(({ source }) => (source.startsWith('п. ') ? [Number(source.slice(3))] : []));
    expect(answered).toEqual(numbered().map(({ no }) => no));
    expect(answered.length).toBeGreaterThanOrEqual(16);
  });

  compare('has each numbered item of its definitions and step lists', () => {
    const lists = [
      ...(regulation.definitions
        ? [[regulation.definitions.source, regulation.definitions.items.length] as const]
        : []),
      ...channels.flatMap(({ steps, stepsSource }) => (steps.length > 0 ? [[stepsSource, steps.length] as const] : [])),
    ];
    expect(lists.length).toBeGreaterThan(channels.length - 1);
    const items = new Map(numbered().map((point): [string, Numbered] => [`п. ${point.no}`, point]));
    for (const [source, count] of lists) expect([source, items.get(source)?.items]).toEqual([source, count]);
  });

  compare('has definitions, basis and responsibility letter for letter as its points', () => {
    const file = extract(at.file, 1, Number.MAX_SAFE_INTEGER);
    const letters = textsOf(file, extract(at.file, at.from, at.to));
    for (const name of parts) {
      const part = regulation[name];
      if (!part) continue;
      const sources = part.source.split('; ');
      const whole = sources.map((source) => letters(source));
      for (const item of part.items)
        expect([name, item, whole.some((text) => (name === 'basis' ? holds : holdsInOrder)(text, item))]).toEqual([
          name,
          item,
          true,
        ]);
      // Together nothing is missing.
      if (name === 'responsibility') expect(squeeze(part.items.join(''))).toBe(squeeze(whole.join('')));
    }
  });

  it('says in docs/readings what it does not carry out', () => {
    const said = readingsOf(regulation).map(({ place, reading }) => `${place}: ${reading}`);
    for (const { source, reading } of points) if (reading) expect(said).toContain(`${source}: ${reading}`);
  });
});

const holdsInOrder = (text: string, item: string): boolean => squeeze(text).includes(squeeze(item));

/** Each word stands there; words that are links stand elsewhere in their line, so the order is not compared. */
const holds = (text: string, item: string): boolean =>
  plus(lettersOf(text), lettersOf(item), -1).every((left) => left >= 0) &&
  item.split(/[^\p{L}\d]+/u).every((word) => squeeze(text).includes(squeeze(word)));

describe('a point', () => {
  const [regulation] = transcribed;
  if (!regulation) throw new Error('no regulation is transcribed');
  const find = (points: RegulationText['points']) =>
    checkPoints(regulation, { ...(regulation as unknown as RegulationText), points }).map(({ reason }) => reason);

  it.each([
    ['terms'],
    ['output.title'],
    ['table portal'],
    ['steps mio'],
    ['diagram portal'],
    ['uses paper'],
    ['row portal 5'],
    ['GET /offices'],
    ['check-eds'],
  ])('may be answered by %s', (by) => {
    expect(find([{ source: 'п. 1', by: [by] }])).toEqual([]);
  });

  it.each([
    ['akims'],
    ['output.interim'],
    ['points'],
    ['region'],
    ['table con'],
    ['uses portal'],
    ['row portal 99'],
    ['row portal'],
    ['table portal 1'],
    ['GET /nowhere'],
    ['toString'],
    ['output.constructor'],
  ])('is not answered by %s, which is not there', (by) => {
    expect(find([{ source: 'п. 1', by: [by] }])).toEqual([`there is no key, part, route or check "${by}"`]);
  });

  it('needs an answer or a reading', () => {
    expect(find([{ source: 'п. 1', by: [] }])).toEqual(['the point has neither an answer nor a reading']);
    expect(find([{ source: 'п. 1', by: [], reading: 'Not carried out: it is a room.' }])).toEqual([]);
  });

  it('stands once', () => {
    const point = { source: 'п. 1', by: ['terms'] };
    expect(find([point, point])).toEqual(['the point stands twice']);
  });

  it('is needed where a text is transcribed', () => {
    expect(find(undefined)).toEqual(['a transcribed text needs points: what answers each of its points']);
  });
});
