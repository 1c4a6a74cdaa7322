import { describe, expect, it } from '@jest/globals';
import { fork } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEngine } from '../../../../lib/local/asl/engine.ts';
import { chance } from '../../../../lib/local/chance.ts';
import { MACHINE, newFolder } from './run-machine.ts';

const EXECUTIONS = 40;
const KILLS = 20;
const SEED = 20_261_128;

const lines = <T>(path: string) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);

/** One life of the engine: to its end, or to `kill -9` after this many calls of its Lambdas. */
const live = (folder: string, calls: number) =>
  new Promise<number | null>((resolve) => {
    const args = [folder, MACHINE, String(EXECUTIONS)];
    const execArgv = ['--disable-warning=ExperimentalWarning'];
    const child = fork(join(import.meta.dirname, 'killed-engine.ts'), args, { execArgv, stdio: 'inherit' });
    let heard = 0;
    child.on('message', () => (heard += 1) === calls && child.kill('SIGKILL'));
    child.once('exit', resolve);
  });

describe('an engine killed at random moments', () => {
  it(`finishes ${EXECUTIONS} executions after ${KILLS} kill -9, each state's result once`, async () => {
    const folder = newFolder();
    const random = chance(SEED);
    for (let kill = 0; kill < KILLS; kill += 1) if ((await live(folder, 1 + Math.floor(random() * 25))) === 0) break;
    expect(await live(folder, Number.POSITIVE_INFINITY)).toBe(0);

    const engine = await openEngine({
      folder,
      machines: [],
      invoke: () => Promise.reject(new Error('everything has ended')),
      newId: () => 'none',
    });
    const calls = lines<{ name: string; state: string; at: number }>(join(folder, 'calls.jsonl'));
    let ended = 0;
    for await (const summary of engine.summaries('all')) {
      ended += 1;
      expect(summary.output).toEqual({ n: 2, both: ['left', 'right'], answer: `answer to ${summary.name}` });
      const events = (await engine.history(summary.arn)) ?? [];
      expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
      const entered = events.flatMap((event) => event['stateEnteredEventDetails']?.['name'] ?? []);
      expect(entered.toSorted()).toEqual(['ask', 'both', 'first', 'flaky', 'last', 'left', 'pause', 'right']);
      expect(events.filter(({ type }) => type === 'TaskSucceeded')).toHaveLength(6);
      for (const event of events.filter(({ type }) => type === 'TaskStateExited')) {
        const state = event['stateExitedEventDetails']?.['name'];
        const after = calls.filter(
          (call) => call.name === summary.name && call.state === state && call.at > event.timestamp,
        );
        expect(after).toEqual([]);
      }
    }
    expect(ended).toBe(EXECUTIONS);
    await engine.close();
  });
});
