import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { decide, type Decision, type Run } from '../../../../../lib/local/engines/machines/decide.ts';
import { readOutlines } from '../../../../../lib/local/engines/machines/outline.ts';

const outlines = readOutlines(join(import.meta.dirname, '../../../../..'), 'arn:aws:lambda:x:1:function:stub');
const portal = outlines.find(({ name }) => name.endsWith('unemployed-certificate.portal'))!;

const begin = (seed: string, isCalm = false): Run => ({
  outline: portal,
  seed,
  isCalm,
  term: 2,
  counts: new Map(),
  tell: () => Promise.resolve(),
});
const rows = [...portal.outcomes.keys()];
const waiting = { token: 'token' };
const play = (run: Run): Decision[] =>
  rows.flatMap((state) =>
    [1, 2, 3].flatMap(() => [
      decide(run, { requestId: '1', row: { state } }),
      decide(run, { requestId: '1', row: { state }, with: waiting }),
    ]),
  );
const seeds = Array.from({ length: 40 }, (_, index) => String(index));
const errorsOf = (decisions: readonly Decision[]) =>
  decisions.filter((each) => 'error' in each || (each.later !== undefined && 'error' in each.later.ending));

describe('the decisions by which two interpreters are compared', () => {
  it('include all outcomes that a machine distinguishes', () => {
    expect(outlines.length).toBeGreaterThan(30);
    expect(portal.outcomes.get('01-portal-confirm-submission')).toEqual(['done', 'unconfirmed']);
    expect(portal.outcomes.get('close-request')).toEqual(['issued', 'refused', 'taken-back']);
    expect(portal.strict.has('close-request')).toBe(true);
  });

  it('are the same for the same seed, and different for another', () => {
    expect(play(begin('3'))).toEqual(play(begin('3')));
    expect(play(begin('3'))).not.toEqual(play(begin('4')));
  });

  it('make calls and tasks fail with some seeds, and with none when calm', () => {
    expect(errorsOf(seeds.flatMap((seed) => play(begin(seed))))).not.toEqual([]);
    expect(errorsOf(seeds.flatMap((seed) => play(begin(seed, true))))).toEqual([]);
  });

  it('let a row through after three times, so that every run ends', () => {
    const third = seeds.map((seed) => {
      const run = begin(seed);
      const ask = () => decide(run, { requestId: '1', row: { state: '05-mio-accept' }, with: waiting });
      return [ask(), ask(), ask()].at(-1);
    });
    const through = { value: {}, later: { ending: { outcome: 'done' }, milliseconds: 120 } };
    expect(third).toEqual(third.map(() => through));
  });
});
