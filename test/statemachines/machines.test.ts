import { rowAgain } from '../../lib/domain/regulation/row-again.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import validate from 'asl-validator';
import { compileChannel, stateNames, type Machine, type State } from '../../statemachines/compile.ts';
import { costOf } from '../../statemachines/cost.ts';
import { generateFiles } from '../../statemachines/generate.ts';
import { readRegulations, readVerbs } from '../../statemachines/read.ts';

const root = join(import.meta.dirname, '../..');
const { regulations, defects } = readRegulations();
const all = regulations.flatMap(({ regulation }) =>
  regulation.channels.map((channel) => ({ name: `${regulation.machine}-${channel.channel}`, regulation, channel })),
);

describe('generated machines', () => {
  it('come from regulations without a defect', () => {
    expect(defects).toEqual([]);
  });

  it('are current: compiling again gives the committed files (else npm run compile)', () => {
    for (const [file, content] of generateFiles(
      regulations.map(({ regulation }) => regulation),
      readVerbs(),
    ))
      expect({ file, content: readFileSync(join(root, file), 'utf8') }).toEqual({ file, content });
  });

  it.each(all)('$name is valid Amazon States Language under 1 MB', ({ regulation, channel }) => {
    const machine = compileChannel(regulation, channel);
    expect(validate(machine).errors).toEqual([]);
    expect(Buffer.byteLength(JSON.stringify(machine))).toBeLessThan(512 * 1024);
  });

  it.each(all)('$name stays under 1,000 history events with ten escalations on the way', ({ regulation, channel }) => {
    const { transitions } = costOf(compileChannel(regulation, channel));
    // A task leaves at most 7 events (entered, scheduled, started, submitted, succeeded, exited, one retry); an alarm
    // two tasks and a choice.
    expect(transitions * 7 + 10 * 16).toBeLessThan(1000);
  });

  it.each(all)('$name has a name that fits with a stack name of 20 characters', ({ name }) => {
    expect(name.length).toBeLessThanOrEqual(59);
  });

  it('goes to the decision after its first function if a request is decided again, and only then uses runs', () => {
    for (const { regulation, channel } of all) {
      const { StartAt, States } = compileChannel(regulation, channel);
      const text = JSON.stringify(States);
      expect(text.includes('Input.again')).toBe(rowAgain(channel) !== undefined);
      const decision = channel.actions.find(({ no }) => no === rowAgain(channel));
      if (!decision) continue;
      let first = StartAt;
      while (States[first]!.Type === 'Pass') first = String(States[first]!['Next']);
      const passing = Object.keys(States).filter((name) => JSON.stringify(States[name]).includes('"passBy"'));
      expect(passing).toEqual([first]);
      expect(States[`${first}-way`]).toMatchObject({
        Choices: expect.arrayContaining([
          { Condition: '{% $exists($states.context.Execution.Input.again) %}', Next: stateNames(decision)[0] },
        ]),
      });
    }
    expect(all.filter(({ channel }) => channel.again)).toHaveLength(6);
  });

  it.each(all)(
    '$name: the state before each work measures it, whichever way leads there',
    ({ regulation, channel }) => {
      const { States } = compileChannel(regulation, channel);
      const works = Object.keys(States).filter((name) => String(States[name]!['Resource']).endsWith('TaskToken'));
      expect(works.length).toBeGreaterThan(0);
      for (const work of works) {
        const { by, term } = payloadOf(States[work]!).with as { by: string; term: object };
        const callers = callersBefore(work, States);
        expect(callers.length).toBeGreaterThan(0);
        for (const caller of callers) {
          expect(payloadOf(States[caller]!).ahead).toContainEqual({ by, term });
          expect(States[caller]!['Assign']).toHaveProperty('alarmSeconds');
        }
      }
    },
  );

  it('keeps the longest ways without delays at these lengths: a state for each operation, its choices, and the end', () => {
    const long = all.map(({ name, regulation, channel }) => {
      const { transitions } = costOf(compileChannel(regulation, channel));
      return [name, transitions] as const;
    });
    expect(long.filter(([, transitions]) => transitions > 17)).toEqual([
      ['akmola-a-11-491-unemployed-certificate-portal', 18],
      ['akmola-a-11-491-unemployed-certificate-con', 20],
    ]);
  });

  it.each(all)(
    '$name has a state for each operation of each row, in ASCII, and every state is reached',
    ({ ...one }) => {
      const machine = compileChannel(one.regulation, one.channel);
      const expected = one.channel.actions.flatMap(stateNames);
      expect(Object.keys(machine.States)).toEqual(expect.arrayContaining(expected));
      for (const state of Object.keys(machine.States)) expect(state).toMatch(/^[a-z0-9-]{1,80}$/);
      expect(reachable(machine)).toEqual(new Set(Object.keys(machine.States)));
    },
  );
});

function reachable({ StartAt, States }: Machine): Set<string> {
  const seen = new Set([StartAt]);
  for (const name of seen) {
    const text = JSON.stringify(States[name]);
    for (const [, target = ''] of text.matchAll(/"(?:Next|Default)":"([^"]+)"/g)) seen.add(target);
  }
  return seen;
}

const payloadOf = (state: State) =>
  (state['Arguments'] as { Payload: { with: object; ahead?: readonly object[] } }).Payload;

/** The functions after which a state is entered. */
function callersBefore(target: string, States: Machine['States'], seen = new Set([target])): string[] {
  const before = Object.keys(States).filter((name) => {
    const text = JSON.stringify({ ...States[name], Catch: undefined });
    return new RegExp(`"(?:Next|Default)":"${target}"`).test(text);
  });
  // An alarm gives its own work back.
  return before
    .filter((name) => !seen.has(name) && name !== `${target}-armed`)
    .flatMap((name) =>
      States[name]!.Type === 'Task' ? [name] : callersBefore(name, States, new Set([...seen, name])),
    );
}
