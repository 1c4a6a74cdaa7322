import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { catalogueOf, readingsOf } from '../../../../lib/domain/regulation/catalogue.ts';
import { findService, PRESENT, serviceIds } from '../../../../lib/domain/regulation/cards.ts';
import { cardOf } from '../../../../lib/domain/regulation/card.ts';
import { readRegulations } from '../../../../statemachines/read.ts';

const root = join(import.meta.dirname, '../../../..');
const { regulations, defects } = readRegulations();
const all = regulations.map(({ file, regulation }) => ({ name: regulation.id, file, regulation }));
/** Those of the five decrees; others may stand beside them. */
const transcribed = all.filter(({ regulation }) => regulation.extract);

describe('the catalogue', () => {
  it('holds the fifteen regulations of the five decrees with their 38 channels, and no defect', () => {
    expect(defects).toEqual([]);
    const channels = Object.fromEntries(
      transcribed.map(({ name, regulation }) => [
        name,
        regulation.channels
          .map(({ channel }) => channel)
          .sort()
          .join(' '),
      ]),
    );
    expect(channels).toEqual({
      'akmola-disabled-child-support': 'mio paper portal',
      'akmola-targeted-social-assistance': 'akim mio',
      'akmola-unemployed-certificate': 'con mio paper portal',
      'mangystau-disabled-child-support': 'mio portal',
      'mangystau-guardianship-certificate': 'con portal',
      'mangystau-minors-deposits-certificate': 'con portal',
      'mangystau-minors-property-certificate': 'con portal',
      'mangystau-preschool-queue': 'con mio portal',
      'mangystau-targeted-social-assistance': 'mio portal',
      'mangystau-unemployed-certificate': 'con mio portal',
      'south-kazakhstan-archival-certificate': 'con mio portal',
      'south-kazakhstan-disabled-child-support': 'mio portal',
      'south-kazakhstan-preschool-queue': 'con mio portal',
      'south-kazakhstan-unemployed-certificate': 'con mio portal',
      'zhambyl-disabled-child-support': 'mio portal',
    });
  });

  it('counts its directories as the decrees number them', () => {
    const counts = transcribed.flatMap(({ name, regulation }) =>
      (['offices', 'centres', 'akims'] as const).flatMap((list) =>
        regulation[list] ? [`${name} ${list} ${regulation[list].items.length}`] : [],
      ),
    );
    expect(counts).toEqual([
      'akmola-disabled-child-support offices 19',
      'akmola-targeted-social-assistance offices 19',
      'akmola-targeted-social-assistance akims 238',
      'akmola-unemployed-certificate offices 19',
      'akmola-unemployed-certificate centres 21',
      'south-kazakhstan-archival-certificate offices 19',
      'south-kazakhstan-archival-certificate centres 21',
      'south-kazakhstan-disabled-child-support offices 15',
      'south-kazakhstan-preschool-queue offices 15',
      'south-kazakhstan-preschool-queue centres 21',
      'south-kazakhstan-unemployed-certificate offices 15',
      'south-kazakhstan-unemployed-certificate centres 21',
    ]);
  });

  it('marks the one regulation that was removed from its decree', () => {
    const excluded = transcribed.filter(({ regulation }) => regulation.decree.excluded);
    expect(excluded.map(({ name, regulation }) => [name, regulation.decree.excluded])).toEqual([
      ['mangystau-targeted-social-assistance', { number: '297', date: '2012-11-26' }],
    ]);
  });
});

describe.each(all)('$name', ({ file, regulation }) => {
  it('has a source above every value', () => {
    expect(unsourced(parse(readFileSync(join(root, file), 'utf8')), [])).toEqual([]);
  });

  it('has no empty text', () => {
    const empty: string[] = [];
    visit(catalogueOf(regulation), [], (value, path) => {
      if (value === '') empty.push(path.join('.'));
    });
    expect(empty).toEqual([]);
  });

  it('has a term for every piece of work', () => {
    for (const { actions } of regulation.channels)
      for (const { does, term, no } of actions)
        for (const operation of does)
          if ('work' in operation) expect([no, operation.term ?? term.max]).toEqual([no, expect.anything()]);
  });

  it('delivers nothing before it is signed, and signs only what has been created', () => {
    for (const { channel, actions } of regulation.channels)
      for (const way of waysThrough(actions)) {
        const at = (what: string) => way.indexOf(what);
        const signed = at('sign');
        if (signed < 0) continue;
        expect([channel, at('create-output') < signed]).toEqual([channel, true]);
        for (const leaving of ['deliver-output', 'hand-over']) {
          const left = at(leaving);
          expect([channel, leaving, left < 0 || left > signed]).toEqual([channel, leaving, true]);
        }
      }
  });

  it('decides, signs and gives the result on every path that is not turned away', () => {
    for (const { channel, actions } of regulation.channels)
      for (const way of waysThrough(actions)) {
        const turnedAway = way.includes('refuse-request') || !way.includes('number-request');
        const whole = ['decide', 'sign'].every((step) => way.includes(step));
        const given = way.includes('deliver-output') || way.includes('hand-over');
        expect([channel, turnedAway || (whole && given)]).toEqual([channel, true]);
      }
  });

  it('has a card that the functions find', () => {
    expect(findService(regulation.id, PRESENT)).toEqual(cardOf(regulation));
    expect(serviceIds).toContain(regulation.id);
  });

  it('gives every reading a place and a source', () => {
    for (const reading of readingsOf(regulation)) expect(reading.source.length).toBeGreaterThan(1);
  });
});

/** Keys whose values are ours or the machine's, not the decree's. */
const ours = new Set([
  'region',
  'service',
  'department',
  'electronic',
  'extract',
  'table',
  'does',
  'goes',
  'by',
  'code',
  'reading',
  'source',
]);

/** Paths of values without a `source` beside or above them. */
function unsourced(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => unsourced(item, [...path, String(index)]));
  if (typeof value !== 'object' || value === null) return [path.join('.')];
  if ('source' in value) return [];
  return Object.entries(value).flatMap(([key, inner]) => (ours.has(key) ? [] : unsourced(inner, [...path, key])));
}

function visit(value: unknown, path: readonly string[], see: (value: unknown, path: readonly string[]) => void): void {
  see(value, path);
  if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key], see);
}

/** Every path through a table as its operations in order. */
function waysThrough(actions: (typeof all)[number]['regulation']['channels'][number]['actions']): string[][] {
  const verbs = (no: number | 'end'): string[][] => {
    const action = actions.find((one) => one.no === no);
    if (!action) return [[]];
    const done = action.does.map((operation) =>
      'effect' in operation ? operation.effect : 'work' in operation ? operation.work : 'idle',
    );
    return action.goes.flatMap((way) => {
      // An answer of the first operation may leave the row before the others are carried out.
      const before = way.if === 'unconfirmed' || way.if === 'unpaid' ? done.slice(0, 1) : done;
      return verbs(way.to).map((rest) => [...before, ...rest]);
    });
  };
  return verbs(actions[0]?.no ?? 'end');
}
