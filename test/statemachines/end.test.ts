import { describe, expect, it } from '@jest/globals';
import type { Json, RootMachine } from '../../lib/local/asl/definition.ts';
import { compileChannel } from '../../statemachines/compile.ts';
import { readRegulations } from '../../statemachines/read.ts';
import { openCase, MACHINE } from '../lib/local/asl/run-machine.ts';

const all = readRegulations().regulations.flatMap(({ regulation }) =>
  regulation.channels.map((channel) => ({ regulation, channel })),
);
const queued = all.find(({ channel }) => channel.again)!;
const plain = all.find(({ channel }) => !channel.again)!;

/** Runs the last state of a channel's machine, whose function answers this. */
async function endOf({ regulation, channel }: (typeof all)[number], answer: Json) {
  const { States } = compileChannel(regulation, channel);
  const definition = {
    QueryLanguage: 'JSONata',
    StartAt: 'close-request',
    States: { 'close-request': States['close-request'] },
  };
  const calls: Json[] = [];
  const opened = await openCase(definition as unknown as RootMachine, {
    '${CloseRequest}': (payload) => (calls.push(payload), answer),
  });
  await opened.engine.start(MACHINE, 'one', { requestId: 'one' });
  const { status, output, error } = await opened.ended();
  await opened.engine.close();
  return { status, output, error, calls: calls.length };
}

describe('the end of a machine', () => {
  it.each([
    ['issued', plain],
    ['refused', plain],
    ['taken-back', plain],
    ['queued', queued],
  ])('is %s, which the output of the execution says, and nothing else', async (outcome, one) => {
    expect(await endOf(one, { outcome })).toMatchObject({ status: 'SUCCEEDED', output: { outcome }, calls: 1 });
  });

  it.each([
    ['an end that the channel does not have', { outcome: 'queued' }],
    ['an unknown end', { outcome: 'moved' }],
    ['no end', {}],
    ['no answer', null],
  ])('fails at once on %s', async (_, answer) => {
    const ended = await endOf(plain, answer);
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.QueryEvaluationError', calls: 1 });
  });
});
