import { describe, expect, it } from '@jest/globals';
import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, RootMachine } from '../../../../lib/local/asl/definition.ts';
import { MACHINE, newFolder, openCase } from './run-machine.ts';

const wait = (more: object = {}): RootMachine => ({
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'open-work', Payload: { token: '{% $states.context.Task.Token %}' } },
      TimeoutSeconds: '{% $states.input.seconds %}',
      Catch: [{ ErrorEquals: ['States.Timeout'], Output: { outcome: 'late' }, Next: 'Done' }],
      Output: '{% $states.result %}',
      Next: 'Done',
      ...more,
    },
    Done: { Type: 'Succeed' },
  },
});

/** Keeps the issued tokens. */
function keepTokens() {
  const tokens: string[] = [];
  const lambdas = {
    'open-work': (payload: Json): Json => {
      tokens.push((payload as { token: string }).token);
      return {};
    },
  };
  return { tokens, lambdas };
}

describe('the engine', () => {
  it('waits for a token, and continues with what its holder sent', async () => {
    const { tokens, lambdas } = keepTokens();
    const opened = await openCase(wait(), lambdas);
    await opened.engine.start(MACHINE, 'one', { seconds: 60 });
    const token = await opened.eventually(() => tokens[0]);
    expect(await opened.engine.succeed(token, { outcome: 'signed' })).toBe('told');
    expect((await opened.ended()).output).toEqual({ outcome: 'signed' });
    expect(await opened.engine.succeed(token, {})).toBe('gone');
    expect(await opened.engine.succeed('never-given', {})).toBe('gone');
    await opened.engine.close();
  });

  it('accepts an answer that comes before the Lambda that passed the token on has ended', async () => {
    const tokens: string[] = [];
    const opened = await openCase(wait(), {
      'open-work': (payload) => {
        tokens.push((payload as { token: string }).token);
        return new Promise(() => {});
      },
    });
    await opened.engine.start(MACHINE, 'one', { seconds: 60 });
    await opened.engine.succeed(await opened.eventually(() => tokens[0]), 'early');
    expect((await opened.ended()).output).toBe('early');
    await opened.engine.close();
  });

  it('accepts no answer after the timeout, and none from an attempt that was retried', async () => {
    const { tokens, lambdas } = keepTokens();
    const Retry = [{ ErrorEquals: ['Again'], IntervalSeconds: 5, MaxAttempts: 1 }];
    const opened = await openCase(wait({ Retry }), lambdas);
    await opened.engine.start(MACHINE, 'one', { seconds: 60 });
    const first = await opened.eventually(() => tokens[0]);
    await opened.engine.fail(first, 'Again', '');
    await opened.asleep(5000);
    expect(await opened.engine.succeed(first, {})).toBe('gone');
    opened.clock.advance(5000);
    const second = await opened.eventually(() => tokens[1]);
    expect(second).not.toBe(first);
    opened.clock.advance(60_000);
    expect(await opened.engine.succeed(second, {})).toBe('gone');
    expect((await opened.ended()).output).toEqual({ outcome: 'late' });
    await opened.engine.close();
  });

  it('fails with States.HeartbeatTimeout without heartbeats, and continues while they come', async () => {
    const { tokens, lambdas } = keepTokens();
    const opened = await openCase(wait({ HeartbeatSeconds: 10 }), lambdas);
    await opened.engine.start(MACHINE, 'one', { seconds: 600 });
    const token = await opened.eventually(() => tokens[0]);
    await opened.asleep(10_000);
    opened.clock.advance(9000);
    expect(await opened.engine.heartbeat(token)).toBe('told');
    opened.clock.advance(9000);
    await opened.asleep(1000);
    expect(opened.summary()?.status).toBe('RUNNING');
    opened.clock.advance(2000);
    expect(await opened.ended()).toMatchObject({ status: 'FAILED', error: 'States.HeartbeatTimeout' });
    await opened.engine.close();
  });

  it('starts an execution once: the same input again returns it, another input is refused', async () => {
    const opened = await openCase(wait(), keepTokens().lambdas);
    const first = await opened.engine.start(MACHINE, 'one', { seconds: 60 });
    expect(await opened.engine.start(MACHINE, 'one', { seconds: 60 })).toEqual(first);
    expect(await opened.engine.start(MACHINE, 'one', { seconds: 61 })).toEqual({ reason: 'execution-already-exists' });
    expect(await opened.engine.start(`${MACHINE}x`, 'one', {})).toEqual({ reason: 'machine-does-not-exist' });
    const summary = await opened.engine.stop('summary' in first ? '' : (opened.summary()?.arn ?? ''), 'Stopped', 'why');
    expect(summary).toMatchObject({ status: 'ABORTED', error: 'Stopped', cause: 'why' });
    expect(await opened.engine.start(MACHINE, 'one', { seconds: 60 })).toEqual({ reason: 'execution-already-exists' });
    await opened.engine.close();
  });

  it("gives its history row by row, with Step Functions' types", async () => {
    const { tokens, lambdas } = keepTokens();
    const opened = await openCase(wait(), lambdas);
    await opened.engine.start(MACHINE, 'one', { seconds: 60 });
    await opened.engine.succeed(await opened.eventually(() => tokens[0]), { outcome: 'signed' });
    const { arn } = await opened.ended();
    const events = (await opened.engine.history(arn)) ?? [];
    const types = events.map(({ type }) => type).filter((type) => type !== 'TaskSubmitted');
    expect(types).toEqual([
      'ExecutionStarted',
      'TaskStateEntered',
      'TaskScheduled',
      'TaskStarted',
      'TaskSucceeded',
      'TaskStateExited',
      'SucceedStateEntered',
      'SucceedStateExited',
      'ExecutionSucceeded',
    ]);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, i) => i + 1));
    expect(events.every(({ id, previousEventId }) => previousEventId < id)).toBe(true);
    await opened.engine.close();
  });

  it('continues after a restart: a token issued before is answered after it, and its Lambda is not called again', async () => {
    const folder = newFolder();
    const { tokens, lambdas } = keepTokens();
    const before = await openCase(wait(), lambdas, { folder });
    await before.engine.start(MACHINE, 'one', { seconds: 60 });
    const token = await before.eventually(() => tokens[0]);
    await before.asleep();
    await before.engine.close();
    const after = await openCase(wait(), lambdas, { folder });
    await after.asleep();
    expect(tokens).toHaveLength(1);
    expect(await after.engine.succeed(token, 'after')).toBe('told');
    expect((await after.ended()).output).toBe('after');
    await after.engine.close();
  });

  it('keeps an outcome that was accepted just before the process died', async () => {
    const folder = newFolder();
    const { tokens, lambdas } = keepTokens();
    const before = await openCase(wait(), lambdas, { folder });
    await before.engine.start(MACHINE, 'one', { seconds: 60 });
    const told = before.engine.succeed(await before.eventually(() => tokens[0]), 'accepted');
    await before.engine.close();
    expect(await told).toBe('told');
    const after = await openCase(wait(), lambdas, { folder });
    expect((await after.ended()).output).toBe('accepted');
    await after.engine.close();
  });

  it('removes a last line that a crash cut off, and refuses a journal that is damaged in the middle', async () => {
    const folder = newFolder();
    const path = join(folder, 'journal.jsonl');
    const { tokens, lambdas } = keepTokens();
    const before = await openCase(wait(), lambdas, { folder });
    await before.engine.start(MACHINE, 'one', { seconds: 60 });
    const token = await before.eventually(() => tokens[0]);
    await before.asleep();
    await before.engine.close();
    appendFileSync(path, '{"is":"step","arn":"torn');
    const after = await openCase(wait(), lambdas, { folder });
    await after.engine.succeed(token, 'x');
    expect((await after.ended()).output).toBe('x');
    await after.engine.close();
    expect(readFileSync(path, 'utf8')).not.toContain('torn');
    appendFileSync(path, 'garbage\n{"is":"definition","id":"x","definition":{}}\n');
    await expect(openCase(wait(), lambdas, { folder })).rejects.toThrow(SyntaxError);
  });

  it("keeps an execution's first definition when the machine changes", async () => {
    const folder = newFolder();
    const { tokens, lambdas } = keepTokens();
    const before = await openCase(wait(), lambdas, { folder });
    await before.engine.start(MACHINE, 'one', { seconds: 60 });
    const token = await before.eventually(() => tokens[0]);
    await before.asleep();
    await before.engine.close();
    const after = await openCase({ StartAt: 'New', States: { New: { Type: 'Succeed' } } }, lambdas, { folder });
    await after.engine.succeed(token, 'old way');
    expect((await after.ended()).output).toBe('old way');
    await after.engine.start(MACHINE, 'two', 'new way');
    expect((await after.ended('two')).output).toBe('new way');
    await after.engine.close();
  });

  it('continues inside Parallel and Map without repeating finished work', async () => {
    const folder = newFolder();
    const calls: string[] = [];
    const stuck = new Set(['b', '2']);
    const lambdas = {
      work: (payload: Json): Json | Promise<Json> => {
        calls.push(String(payload));
        return stuck.has(String(payload)) ? new Promise<Json>(() => {}) : payload;
      },
    };
    const work = (Payload: Json) => ({
      Type: 'Task' as const,
      Resource: 'arn:aws:states:::lambda:invoke',
      Arguments: { FunctionName: 'work', Payload },
      Output: '{% $states.result.Payload %}',
      End: true,
    });
    const branch = (name: string) => ({ StartAt: name, States: { [name]: work(name) } });
    const definition: RootMachine = {
      StartAt: 'P',
      States: {
        P: { Type: 'Parallel', Branches: [branch('a'), branch('b')], Next: 'M' },
        M: {
          Type: 'Map',
          Items: [1, 2, 3],
          ItemProcessor: { StartAt: 'I', States: { I: work('{% $states.input %}') } },
          Output: { map: '{% $states.result %}', parallel: '{% $states.input %}' },
          End: true,
        },
      },
    };
    const first = await openCase(definition, lambdas, { folder });
    await first.engine.start(MACHINE, 'one', {});
    await first.eventually(() => calls.length === 2);
    await first.succeeded(1);
    await first.engine.close();
    stuck.delete('b');
    const second = await openCase(definition, lambdas, { folder });
    await second.eventually(() => calls.length === 6);
    await second.succeeded(4);
    await second.engine.close();
    stuck.delete('2');
    const third = await openCase(definition, lambdas, { folder });
    expect((await third.ended()).output).toEqual({ map: [1, 2, 3], parallel: ['a', 'b'] });
    expect(calls.toSorted()).toEqual(['1', '2', '2', '3', 'a', 'b', 'b']);
    await third.engine.close();
  });

  it('keeps a thousand ended executions out of memory and finds each on disk', async () => {
    const folder = newFolder();
    const definition: RootMachine = {
      StartAt: 'A',
      States: { A: { Type: 'Pass', Output: 'x'.repeat(9000), End: true } },
    };
    const before = await openCase(definition, {}, { folder });
    const names = Array.from({ length: 1000 }, (_, i) => `n${i}`);
    await Promise.all(names.map((name) => before.engine.start(MACHINE, name, {})));
    await Promise.all(names.map((name) => before.ended(name)));
    await before.engine.close();
    // The first restart compacts the journal, which is small afterwards.
    await (await openCase(definition, {}, { folder })).engine.close();
    const { engine } = await openCase(definition, {}, { folder });
    expect(engine.executions.size).toBe(0);
    const found = [];
    for await (const { name, status } of engine.summaries('all')) found.push(`${name} ${status}`);
    expect(found.toSorted()).toEqual(names.map((name) => `${name} SUCCEEDED`).toSorted());
    for await (const { name } of engine.summaries('running')) throw new Error(`${name} has ended`);
    const arn = `${MACHINE.replace(':stateMachine:', ':execution:')}:n7`;
    expect((await engine.history(arn))?.map(({ type }) => type)).toContain('PassStateExited');
    expect(await engine.start(MACHINE, 'n7', {})).toEqual({ reason: 'execution-already-exists' });
    await engine.close();
  });
});
