import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import validate from 'asl-validator';
import { compileChannel, stateNames, type Machine } from '../../statemachines/compile.ts';
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

  it('enters at the decision if an accepted offer is decided again, and only then uses runs', () => {
    for (const { regulation, channel } of all) {
      const { StartAt, States } = compileChannel(regulation, channel);
      const text = JSON.stringify(States);
      expect([channel.again !== undefined, StartAt === 'again-way']).toEqual([
        text.includes('Input.again'),
        text.includes('Input.again'),
      ]);
      const decision = channel.actions.find(({ no }) => no === channel.again?.row);
      if (!decision) continue;
      const [first = ''] = stateNames(decision);
      const entry = 'work' in decision.does[0]! ? `${first}-term` : first;
      expect(States[StartAt]).toMatchObject({ Choices: [{ Next: entry }] });
    }
    expect(all.filter(({ channel }) => channel.again)).toHaveLength(6);
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
