// Run as a process of its own and killed at any time: an engine whose Lambdas record each call before they answer.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Json, RootMachine } from '../../../../lib/local/asl/definition.ts';
import { openEngine } from '../../../../lib/local/asl/engine.ts';
import { StateFailure } from '../../../../lib/local/asl/failure.ts';

const [folder = '', machineArn = '', count = '0'] = process.argv.slice(2);

const task = (FunctionName: string, more: object) => ({
  Type: 'Task' as const,
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: {
    FunctionName,
    Payload: { name: '{% $states.context.Execution.Name %}', state: '{% $states.context.State.Name %}' },
  },
  // As many attempts as three failures in ten cannot use up: five once were, and CI was red by chance.
  Retry: [{ ErrorEquals: ['Flaky'], IntervalSeconds: 0.02, BackoffRate: 1, MaxAttempts: 50 }],
  ...more,
});
const branch = (name: string) => ({
  StartAt: name,
  States: { [name]: task('work', { Output: '{% $states.result.Payload %}', End: true }) },
});

const definition: RootMachine = {
  StartAt: 'first',
  States: {
    first: task('work', { Assign: { n: 1 }, Next: 'pause' }),
    pause: { Type: 'Wait', Seconds: 0.03, Next: 'flaky' },
    flaky: task('flaky', { Assign: { n: '{% $n + 1 %}' }, Next: 'both' }),
    both: {
      Type: 'Parallel',
      Branches: [branch('left'), branch('right')],
      Assign: { both: '{% $states.result %}' },
      Next: 'ask',
    },
    ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'ask',
        Payload: {
          name: '{% $states.context.Execution.Name %}',
          state: 'ask',
          token: '{% $states.context.Task.Token %}',
        },
      },
      TimeoutSeconds: 60,
      Output: '{% $states.result %}',
      Next: 'last',
    },
    last: task('work', { Output: '{% { "n": $n, "both": $both, "answer": $states.input } %}', End: true }),
  },
};

interface Called {
  readonly name: string;
  readonly state: string;
  readonly token?: string;
}
const write = (file: string, line: object) => appendFileSync(join(folder, file), `${JSON.stringify(line)}\n`);
const answer = async (functionName: string, payload: Json): Promise<Json> => {
  const called = payload as unknown as Called;
  write('calls.jsonl', { ...called, at: Date.now() });
  process.send?.('called');
  if (called.token !== undefined) write('tokens.jsonl', { token: called.token, name: called.name });
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
  if (functionName === 'flaky' && Math.random() < 0.3) throw new StateFailure('Flaky', '');
  return called.state;
};

const engine = await openEngine({
  folder,
  machines: [{ arn: machineArn, roleArn: 'role', definition }],
  invoke: answer,
  newId: randomUUID,
  compactBytes: 50_000,
});
await Promise.all(Array.from({ length: Number(count) }, (_, i) => engine.start(machineArn, `e${i}`, { i })));

/** Answers the oldest open question again and again, like a person with a sweeper. */
const told = new Set<string>();
for (;;) {
  const path = join(folder, 'tokens.jsonl');
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
  for (const line of lines) {
    const { token, name } = JSON.parse(line) as { token: string; name: string };
    if (told.has(token) || Math.random() < 0.5) continue;
    if ((await engine.succeed(token, `answer to ${name}`)) === 'told') write('told.jsonl', { name });
    told.add(token);
  }
  const running = [...engine.executions.values()].filter(({ summary }) => summary.status === 'RUNNING');
  if (running.length === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 5));
}
await engine.close();
