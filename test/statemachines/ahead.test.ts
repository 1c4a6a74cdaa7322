import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { measureAhead } from '../../statemachines/ahead.ts';
import { compileChannel, substitutionOf, type State } from '../../statemachines/compile.ts';
import { readRegulations } from '../../statemachines/read.ts';

const root = join(import.meta.dirname, '../..');
const handlers = new Map(
  globSync('functions/*/*/handler.ts', { cwd: root }).map((file) => [
    `\${${substitutionOf(basename(dirname(file)))}}`,
    readFileSync(join(root, file), 'utf8'),
  ]),
);

type Call = { readonly FunctionName: string; readonly Payload: object };
const callOf = (state: State | undefined) => state?.['Arguments'] as Call | undefined;
const payloadOf = (states: Record<string, State>, name: string) => callOf(states[name])?.Payload;

const minutes = (value: number) => ({ by: 'mio', term: { value, unit: 'minute' } });
const task = (Next: string): State => ({
  Type: 'Task',
  Resource: 'invoke',
  Arguments: { Payload: { with: {} } },
  Next,
});
const work = (value: number, Next: string): State => ({
  Type: 'Task',
  Resource: 'invoke.waitForTaskToken',
  Arguments: { Payload: { with: { task: 'check', ...minutes(value) } } },
  Assign: { outcome: 'it' },
  Catch: [{ ErrorEquals: ['States.Timeout'], Next: `${Next}-alarm` }],
  Next,
});
const end = { Type: 'Succeed' };

describe('what is ahead of a state', () => {
  it('is the work after it, through choices and empty rows, each of them once', () => {
    const states = measureAhead('one', {
      one: task('fork'),
      fork: { Type: 'Choice', Choices: [{ Next: 'short' }, { Next: 'nothing' }], Default: 'same' },
      nothing: { Type: 'Pass', Next: 'long' },
      short: work(5, 'end'),
      same: work(5, 'end'),
      long: work(9, 'end'),
      end,
    });
    expect(payloadOf(states, 'one')).toEqual({ with: {}, ahead: [minutes(5), minutes(9)] });
  });

  it('is nothing behind another function, which measures it itself', () => {
    const states = measureAhead('one', { one: task('two'), two: task('long'), long: work(9, 'end'), end });
    expect(payloadOf(states, 'one')).toEqual({ with: {} });
    expect(payloadOf(states, 'two')).toHaveProperty('ahead', [minutes(9)]);
  });

  it('is the next work for a person who ends one, beside what the state keeps already', () => {
    const states = measureAhead('one', { one: task('long'), long: work(9, 'short'), short: work(5, 'end'), end });
    expect(payloadOf(states, 'long')).toHaveProperty('ahead', [minutes(5)]);
    expect(states['long']?.['Assign']).toMatchObject({
      outcome: 'it',
      alarmSeconds: expect.stringContaining('result'),
    });
    expect(payloadOf(states, 'short')).not.toHaveProperty('ahead');
  });

  it('is never unmeasured: a machine that begins with work is a defect', () => {
    expect(() =>
      measureAhead('nothing', { nothing: { Type: 'Pass', Next: 'long' }, long: work(9, 'end'), end }),
    ).toThrow('nobody measures');
  });
});

it('every function that is told what is ahead measures it', () => {
  const told = new Set<string>();
  for (const { regulation } of readRegulations().regulations)
    for (const channel of regulation.channels)
      for (const state of Object.values(compileChannel(regulation, channel).States)) {
        const call = callOf(state);
        if (call && 'ahead' in call.Payload && call.FunctionName !== '${OpenWork}') told.add(call.FunctionName);
      }
  expect(told.size).toBeGreaterThan(5);
  expect([...told].filter((name) => !/= serveStep\(/.test(handlers.get(name) ?? ''))).toEqual([]);
});
