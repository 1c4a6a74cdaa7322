import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { duesOf } from '../../../../lib/domain/request/due.ts';
import { keepSecondCheck } from '../../../../lib/domain/request/rows/rows.ts';
import { isSubmitted, Request } from '../../../../lib/domain/request/request.ts';
import {
  unstampedIn,
  awaitStamp,
  handedOut,
  recordStamps,
  STAMP_TRIES,
  type Stamp,
  type Stamped,
} from '../../../../lib/domain/signature/stamp.ts';
import { after, numbered, signed } from '../request/example.ts';

const stamp = awaitStamp(after(0));
/** A signature of a person, and what is found of it. */
const signatureOf = (name: string) => ({ ...keysOf(name), at: after(0).toISOString(), cmsSha256: 'c1', stamp });
const keysOf = (name: string) => ({ cmsKey: `${name}.p7s`, contentKey: `${name}.json` });
const foundOf = (name: string) => ({ ...keysOf(name), since: after(0).toISOString(), tries: 0, nextAt: stamp.nextAt });
const kept = { part: '0123456789abcdef', at: after(1).toISOString() };
const brought = (...found: readonly [string, Stamped][]) => new Map(found.map(([name, each]) => [`${name}.p7s`, each]));

/** Paths of everything in a request's schema that has this property. */
function pathsTo(property: string): string[] {
  const found = new Set<string>();
  const walk = (schema: z.core.JSONSchema.BaseSchema, path: readonly string[]) => {
    if (schema.properties && property in schema.properties) found.add(path.join('.'));
    for (const [name, each] of Object.entries(schema.properties ?? {}))
      walk(each as z.core.JSONSchema.BaseSchema, [...path, name]);
    const parts = [schema.items, ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
    for (const each of parts.flat()) if (typeof each === 'object') walk(each, path);
  };
  walk(z.toJSONSchema(Request, { unrepresentable: 'any', io: 'output', reused: 'inline' }), []);
  return [...found].toSorted();
}
const nest = (path: string, value: unknown): unknown =>
  path
    .split('.')
    .reduceRight((inner, name) => ({ [name]: name === 'earlier' || name === 'offers' ? [inner] : inner }), value);

describe('the signatures of a request', () => {
  it('are found wherever the request’s schema has one', () => {
    const paths = pathsTo('cmsSha256');
    expect(paths).toEqual([
      'complaints.reply.signature',
      'complaints.signed',
      'earlier.output.signature',
      'earlier.withdrawn.corrected',
      'earlier.withdrawn.signed',
      'left.signed',
      'output.signature',
      'queue.offers.answer',
      'signed',
      'submission',
      'withdrawn.corrected',
      'withdrawn.signed',
    ]);
    expect(pathsTo('stamp')).toEqual(paths);
    for (const path of paths) {
      const request = nest(path, signatureOf(path));
      expect([path, unstampedIn(request)]).toEqual([path, [foundOf(path)]]);
      expect(recordStamps(request, brought([path, kept]), after(1))).toEqual(
        nest(path, { ...signatureOf(path), stamp: { state: 'kept', ...kept } }),
      );
    }
  });

  it('are not looked for in what people fill in', () => {
    const fields = signatureOf('a');
    for (const part of [{ form: fields }, { decision: { fields } }, { earlier: [{ decision: { fields } }] }])
      expect(unstampedIn(part)).toEqual([]);
  });

  it('are due two minutes after they are made, and not once they are stamped', () => {
    const request = numbered();
    if (!isSubmitted(request)) throw new Error('it is not submitted');
    const unstamped = { ...request, submission: { ...request.submission, stamp } };
    expect(Request.parse(unstamped)).toMatchObject({ submission: { stamp } });
    const dueAt = (of: Request) => duesOf(of).find(({ kind }) => kind === 'stamp')?.at;
    expect(dueAt(unstamped)).toEqual(after(2));
    expect(dueAt(recordStamps(unstamped, new Map([[request.submission.cmsKey, kept]]), after(1)))).toBeUndefined();
    expect(dueAt(signed())).toBeUndefined();
  });
});

describe('a signature of a document', () => {
  const signature = { key: 'a.p7s', at: after(0).toISOString(), cmsSha256: 'c1', stamp };

  it('has its content beside it', () => {
    const found = { ...foundOf('a'), contentKey: 'a.pdf' };
    expect(unstampedIn({ output: { file: { key: 'a.pdf' }, signature } })).toEqual([found]);
  });

  it('without a document is a defect', () => {
    expect(() => unstampedIn({ output: { signature } })).toThrow('no document beside the signature a.p7s');
  });
});

describe('an attempt', () => {
  it('that brings nothing is repeated after twice the time, an hour at most, and at last given up', () => {
    let tried = signatureOf('a') as { readonly stamp: Stamp };
    const waits: number[] = [];
    for (let tries = 1; tries < STAMP_TRIES; tries += 1) {
      tried = recordStamps(tried, brought(['a', undefined]), after(tries));
      if (tried.stamp.state !== 'awaited') throw new Error(`given up after ${tries} tries`);
      expect(tried.stamp.tries).toBe(tries);
      waits.push((Date.parse(tried.stamp.nextAt) - after(tries).getTime()) / 60_000);
    }
    expect(waits.slice(0, 8)).toEqual([2, 4, 8, 16, 32, 60, 60, 60]);
    expect(Math.max(...waits)).toBe(60);
    // It waits about four weeks in all.
    expect(waits.reduce((sum, each) => sum + each, 0) / 60 / 24).toBeCloseTo(28.9, 0);
    expect(recordStamps(tried, brought(['a', undefined]), after(800))).toEqual({
      ...signatureOf('a'),
      stamp: { state: 'lost', tries: STAMP_TRIES },
    });
  });

  it('changes nothing that was not tried, or is stamped already: the same object is returned', () => {
    const part = { submission: signatureOf('a'), signed: { ...signatureOf('b'), stamp: { state: 'kept', ...kept } } };
    expect(recordStamps(part, brought(['b', undefined], ['c', kept]), after(1))).toBe(part);
  });
});

it('a signature that failed the machine’s check gets none', () => {
  const request = numbered();
  if (!isSubmitted(request)) throw new Error('it is not submitted');
  const { secondCheck: _, ...submission } = request.submission;
  const unstamped = { ...request, submission: { ...submission, stamp } };
  const check = { at: after(3).toISOString(), reportKey: 'r', evidenceKey: 'e' };
  expect(unstampedIn(keepSecondCheck(unstamped, { ...check, verdict: 'failed' }))).toEqual([]);
  expect(unstampedIn(keepSecondCheck(unstamped, { ...check, verdict: 'passed' }))).toHaveLength(1);
});

it('people are handed the signature with its timestamp, if it has one', () => {
  const extended = 'a/signature.extended.0123456789abcdef.p7s';
  expect(handedOut({ key: 'a/signature.p7s' })).toBe('a/signature.p7s');
  expect(handedOut({ key: 'a/signature.p7s', stamp })).toBe('a/signature.p7s');
  expect(handedOut({ key: 'a/signature.p7s', stamp: { state: 'kept', ...kept } })).toBe(extended);
  expect(handedOut({ cmsKey: 'a/signature.p7s', stamp: { state: 'kept', ...kept } })).toBe(extended);
});
