import { describe, expect, it } from '@jest/globals';
import type { Json, RootMachine, State } from '../../../../lib/local/asl/definition.ts';
import { StateFailure } from '../../../../lib/local/asl/failure.ts';
import { MACHINE, openCase, runMachine } from './run-machine.ts';

const machine = (StartAt: string, States: Record<string, State>, more = {}): RootMachine => ({
  StartAt,
  States,
  ...more,
});
const call = (FunctionName: string, Payload: Json = {}) =>
  ({ Type: 'Task', Resource: 'arn:aws:states:::lambda:invoke', Arguments: { FunctionName, Payload } }) as const;

describe('Amazon States Language in JSONata', () => {
  it('passes its input on, and shapes it with Output', async () => {
    const States = {
      A: { Type: 'Pass', Output: { sum: '{% $states.input.x + 1 %}', kept: 'as is' }, End: true },
    } as const;
    expect(await runMachine(machine('A', States), { x: 1 })).toMatchObject({
      status: 'SUCCEEDED',
      output: { sum: 2, kept: 'as is' },
    });
  });

  it('assigns variables that the next state sees, and this state does not', async () => {
    const States = {
      A: { Type: 'Pass', Assign: { n: 1 }, Next: 'B' },
      B: { Type: 'Pass', Assign: { n: '{% $n + 1 %}', was: '{% $n %}' }, Next: 'C' },
      C: { Type: 'Pass', Output: '{% { "n": $n, "was": $was } %}', End: true },
    } as const;
    expect((await runMachine(machine('A', States))).output).toEqual({ n: 2, was: 1 });
  });

  it("chooses the first rule that holds, otherwise the default, with the rule's own Assign", async () => {
    const States = {
      A: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.x > 10 %}', Next: 'Big', Assign: { size: 'big' } },
          { Condition: '{% $states.input.x > 5 %}', Next: 'Big', Assign: { size: 'middle' } },
        ],
        Default: 'Small',
      },
      Big: { Type: 'Pass', Output: '{% $size %}', End: true },
      Small: { Type: 'Succeed', Output: 'small' },
    } as const;
    const outputs = await Promise.all(
      [20, 7, 1].map(async (x) => (await runMachine(machine('A', States), { x })).output),
    );
    expect(outputs).toEqual(['big', 'middle', 'small']);
  });

  it('fails with States.NoChoiceMatched when no rule holds', async () => {
    const States = {
      A: { Type: 'Choice', Choices: [{ Condition: false, Next: 'B' }] },
      B: { Type: 'Succeed' },
    } as const;
    expect(await runMachine(machine('A', States))).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });

  it('fails with the error and cause of a Fail state', async () => {
    const States = { A: { Type: 'Fail', Error: 'Refused', Cause: '{% "no " & $states.input %}' } } as const;
    expect(await runMachine(machine('A', States), 'place')).toMatchObject({
      status: 'FAILED',
      error: 'Refused',
      cause: 'no place',
    });
  });

  it('calls a Lambda and returns its payload in the envelope of the integration', async () => {
    const States = {
      A: { ...call('greet', { name: '{% $states.input.name %}' }), Output: '{% $states.result.Payload %}', End: true },
    };
    const lambdas = { greet: (payload: Json) => ({ hello: payload }) };
    expect((await runMachine(machine('A', States), { name: 'x' }, lambdas)).output).toEqual({ hello: { name: 'x' } });
  });

  it('fails with States.QueryEvaluationError when an expression gives nothing, and can catch it', async () => {
    const States = {
      A: {
        ...call('echo', '{% $states.input.missing %}'),
        Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'B' }],
        End: true,
      },
      B: { Type: 'Succeed', Output: '{% $states.input.Error %}' },
    } as const;
    expect((await runMachine(machine('A', States))).output).toBe('States.QueryEvaluationError');
    const Bare = { A: { Type: 'Pass', Output: '{% $nothing %}', End: true } } as const;
    expect(await runMachine(machine('A', Bare))).toMatchObject({ error: 'States.QueryEvaluationError' });
  });

  it('retries with backoff up to MaxDelaySeconds, counts attempts, then catches', async () => {
    const times: number[] = [];
    const States = {
      A: {
        ...call('fail'),
        Retry: [
          { ErrorEquals: ['Busy'], IntervalSeconds: 10, BackoffRate: 3, MaxAttempts: 3, MaxDelaySeconds: 40 },
          { ErrorEquals: ['States.ALL'], MaxAttempts: 0 },
        ],
        Catch: [{ ErrorEquals: ['States.TaskFailed'], Assign: { e: '{% $states.errorOutput.Error %}' }, Next: 'B' }],
        End: true,
      },
      B: { Type: 'Succeed', Output: '{% { "e": $e, "out": $states.input } %}' },
    } as const;
    const opened = await openCase(machine('A', States), {
      fail: () => {
        times.push((opened.clock.now() - Date.parse('2026-01-05T04:00:00Z')) / 1000);
        throw new StateFailure('Busy', 'later');
      },
    });
    await opened.engine.start(MACHINE, 'one', {});
    for (let i = 1; i <= 4; i += 1) {
      await opened.eventually(() => times.length === i);
      // After the last attempt there is no wait.
      if (i < 4) await opened.asleep();
      opened.clock.advance(40_000);
    }
    expect(await opened.ended()).toMatchObject({ output: { e: 'Busy', out: { Error: 'Busy', Cause: 'later' } } });
    expect(times).toHaveLength(4);
    await opened.engine.close();
  });

  it('does not catch States.Timeout by States.TaskFailed', async () => {
    const States = {
      A: {
        ...call('hang'),
        TimeoutSeconds: '{% $states.input.limit %}',
        Catch: [
          { ErrorEquals: ['States.TaskFailed'], Next: 'Wrong' },
          { ErrorEquals: ['States.Timeout'], Next: 'Right' },
        ],
        End: true,
      },
      Wrong: { Type: 'Fail' },
      Right: { Type: 'Succeed', Output: 'late' },
    } as const;
    const opened = await openCase(machine('A', States), { hang: () => new Promise(() => {}) });
    await opened.engine.start(MACHINE, 'one', { limit: 30 });
    await opened.asleep(30_000);
    opened.clock.advance(29_000);
    await opened.asleep(1000);
    expect(opened.summary()?.status).toBe('RUNNING');
    opened.clock.advance(1000);
    expect((await opened.ended()).output).toBe('late');
    await opened.engine.close();
  });

  it('waits longer than setTimeout can count, to a second or a timestamp', async () => {
    const States = {
      A: { Type: 'Wait', Seconds: '{% 40 * 86400 %}', Next: 'B' },
      B: { Type: 'Wait', Timestamp: '2026-06-01T00:00:00Z', End: true },
    } as const;
    const opened = await openCase(machine('A', States));
    await opened.engine.start(MACHINE, 'one', 'kept');
    await opened.asleep(40 * 86_400_000);
    opened.clock.advance(39 * 86_400_000);
    await opened.asleep(86_400_000);
    expect(opened.summary()?.status).toBe('RUNNING');
    opened.clock.advance(2 * 86_400_000);
    await opened.asleep();
    opened.clock.advance(Date.parse('2026-06-01T00:00:00Z') - opened.clock.now());
    expect((await opened.ended()).output).toBe('kept');
    await opened.engine.close();
  });

  it('runs branches in parallel and gives their outputs in order; their variables stay inside', async () => {
    const branch = (name: string) => ({
      StartAt: name,
      States: {
        [name]: {
          Type: 'Pass',
          Assign: { v: name },
          Output: `{% $states.input & "${name}" & $v %}`,
          End: true,
        } as const,
      },
    });
    const States = {
      S: { Type: 'Pass', Assign: { v: 0 }, Next: 'A' },
      A: { Type: 'Parallel', Arguments: 'i', Branches: [branch('x'), branch('y')], Next: 'B' },
      B: { Type: 'Succeed', Output: '{% { "v": $v, "out": $states.input } %}' },
    } as const;
    expect((await runMachine(machine('S', States))).output).toEqual({ v: 0, out: ['ix0', 'iy0'] });
  });

  it('ends the other branches when one fails, and catches for all', async () => {
    const States = {
      A: {
        Type: 'Parallel',
        Branches: [
          machine('F', { F: { Type: 'Fail', Error: 'Broken' } }),
          machine('W', { W: { Type: 'Wait', Seconds: 1000, End: true } }),
        ],
        Catch: [{ ErrorEquals: ['Broken'], Next: 'B' }],
        End: true,
      },
      B: { Type: 'Succeed', Output: 'caught' },
    } as const;
    expect((await runMachine(machine('A', States))).output).toBe('caught');
  });

  it('maps items in order, no more at a time than MaxConcurrency', async () => {
    let now = 0;
    let most = 0;
    const work = async (payload: Json) => {
      most = Math.max(most, (now += 1));
      await new Promise((resolve) => setTimeout(resolve, 3));
      now -= 1;
      return payload;
    };
    const States = {
      A: {
        Type: 'Map',
        Items: '{% $states.input.list %}',
        MaxConcurrency: 2,
        ItemSelector: { i: '{% $states.context.Map.Item.Index %}', v: '{% $states.context.Map.Item.Value %}' },
        ItemProcessor: machine('P', {
          P: {
            ...call('work', '{% $states.input %}'),
            Output: '{% $states.result.Payload.v * 10 + $states.result.Payload.i %}',
            End: true,
          },
        }),
        End: true,
      },
    } as const;
    expect((await runMachine(machine('A', States), { list: [5, 6, 7, 8] }, { work })).output).toEqual([50, 61, 72, 83]);
    expect(most).toBe(2);
    expect((await runMachine(machine('A', States), { list: [] }, { work })).output).toEqual([]);
  });

  it('offers Execution, State and StateMachine in the context', async () => {
    const States = { A: { Type: 'Pass', Output: '{% $states.context %}', End: true } } as const;
    expect((await runMachine(machine('A', States), { requestId: 'r' })).output).toMatchObject({
      Execution: { Name: 'one', Input: { requestId: 'r' }, StartTime: '2026-01-05T04:00:00.000Z' },
      State: { Name: 'A', RetryCount: 0 },
      StateMachine: { Id: MACHINE, Name: 'case' },
    });
  });

  it('has the functions that Step Functions adds to JSONata', async () => {
    const Output = {
      p: '{% $partition([1,2,3], 2) %}',
      r: '{% $range(1, 9, 4) %}',
      h: '{% $hash("a", "SHA-256") %}',
      u: '{% $length($uuid()) %}',
      j: '{% $parse("{\\"a\\":1}").a %}',
    };
    const States = { A: { Type: 'Pass', Output, End: true } } as const;
    expect((await runMachine(machine('A', States))).output).toEqual({
      p: [[1, 2], [3]],
      r: [1, 5, 9],
      h: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
      u: 36,
      j: 1,
    });
  });

  it('fails with States.DataLimitExceeded when an output is over 256 KiB, as AWS does', async () => {
    const Output = '{% $join([1..60000].("12345")) %}';
    const States = { A: { Type: 'Pass', Output, End: true } } as const;
    expect(await runMachine(machine('A', States))).toMatchObject({
      status: 'FAILED',
      error: 'States.DataLimitExceeded',
    });
  });

  it('times an execution out', async () => {
    const States = { A: { Type: 'Wait', Seconds: 1e7, End: true } } as const;
    const opened = await openCase(machine('A', States, { TimeoutSeconds: 60 }));
    await opened.engine.start(MACHINE, 'one', {});
    await opened.asleep();
    opened.clock.advance(61_000);
    expect(await opened.ended()).toMatchObject({ status: 'TIMED_OUT', error: 'States.Timeout' });
    await opened.engine.close();
  });
});
