import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { SFNClient } from '@aws-sdk/client-sfn';
import type { Json } from '../../asl/definition.ts';
import { openEngine } from '../../asl/engine.ts';
import { StateFailure } from '../../asl/failure.ts';
import { readBody } from '../../http/read-body.ts';
import { shut } from '../../http/shut.ts';
import { deployStacks } from '../deploy-stacks.ts';
import { listenOn } from '../listen-on.ts';
import type { Surroundings } from '../play-story.ts';
import { decide, type Call, type Decision, type Run } from './decide.ts';
import { LONGEST, openOnLocalStack, tellLocalStack, type Course } from './localstack-run.ts';
import { readOutlines, type Outline } from './outline.ts';
import { STUB_STACK, synthesiseStub } from './stub-app.ts';

export interface Comparison extends Surroundings {
  readonly seeds: readonly number[];
  /** Only machines with such names. */
  readonly only: RegExp;
  readonly isCalm: boolean;
  /** Seconds. */
  readonly term: number;
}

const root = join(import.meta.dirname, '../../../..');
const AT_ONCE = 4;
const LONGEST_CALL = 1_000_000;

/**
 * Runs each compiled machine on LocalStack's interpreter and on ours with the same decisions, and reports differences
 * in status, states and output. One function on LocalStack stands for all functions; it asks this process what to do.
 * @returns how many runs differed
 */
export async function compareMachines({ folder, host, say, seeds, only, isCalm, term }: Comparison): Promise<number> {
  const runs = new Map<string, Run>();
  const server = createServer((request, response) => {
    void answer(runs, request).then((text) => response.end(text));
  });
  await new Promise<void>((resolve) => server.listen(0, listenOn(host), resolve));
  const ask = `http://${host}:${(server.address() as AddressInfo).port}/`;
  const stub = join(root, 'cdk.out/compare');
  synthesiseStub(stub, ask);
  const { [STUB_STACK]: { StubArn = '' } = {} } = deployStacks(
    { app: stub, parameters: {}, outputs: join(folder, 'compare.json'), log: join(folder, 'cdk.log') },
    process.env['AWS_REGION'] ?? '',
  );
  const outlines = readOutlines(root, StubArn).filter(({ name }) => only.test(name));
  const jobs = outlines.flatMap((outline) => [
    ...seeds.map((seed) => ({ outline, seed, again: false })),
    ...(outline.mayBeginAgain ? seeds.map((seed) => ({ outline, seed, again: true })) : []),
  ]);
  say(`${outlines.length} machines, ${jobs.length} runs on each interpreter`);
  const journal = mkdtempSync(join(folder, 'journal-'));
  const ours = await openOurs(journal, outlines, runs);
  const client = new SFNClient();
  let different = 0;
  const work = async () => {
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      const { outline, seed, again } = job;
      const input = (requestId: string) => ({ requestId, ...(again && { again: 1 }) });
      const begin = (tell: Run['tell']) => {
        const id = randomUUID();
        runs.set(id, { outline, seed: `${seed} ${again}`, isCalm, term, counts: new Map(), tell });
        return id;
      };
      const theirs = await openOnLocalStack(client, outline);
      const there = begin((token, ending) => tellLocalStack(client, token, ending));
      const here = begin(ours.tell);
      const [a, b] = await Promise.all([theirs.run(there, input(there)), ours.run(outline, here, input(here))]);
      await theirs.close();
      const same = isDeepStrictEqual(a, b);
      if (!same) different += 1;
      const title = `${outline.name}, seed ${seed}${again ? ', begun again' : ''}`;
      say(`${same ? 'same     ' : 'DIFFERENT'} ${title}: ${a.status}, ${a.states.length} states`);
      if (!same) say(`LocalStack: ${JSON.stringify(a)}\nours: ${JSON.stringify(b)}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await ours.close();
  rmSync(journal, { recursive: true });
  await shut(server);
  say(`${different} of all runs differed`);
  return different;
}

/** Our interpreter with all machines; each function asks in this process. */
async function openOurs(journal: string, outlines: readonly Outline[], runs: ReadonlyMap<string, Run>) {
  const arnOf = (name: string) => `arn:aws:states:eu-central-1:000000000000:stateMachine:${name}`;
  const engine = await openEngine({
    folder: journal,
    machines: outlines.map(({ name, definition }) => ({ arn: arnOf(name), roleArn: '', definition })),
    newId: randomUUID,
    invoke: async (_function, payload) => {
      const decision = decideFor(runs, payload as unknown as Call);
      if ('error' in decision) throw new StateFailure(decision.error, 'decided');
      return decision.value;
    },
  });
  return {
    close: () => engine.close(),
    tell: async (token: string, ending: Parameters<Run['tell']>[1]) => {
      if ('error' in ending) await engine.fail(token, ending.error, 'decided');
      else await engine.succeed(token, ending);
    },
    async run({ name }: Outline, id: string, input: Json): Promise<Course> {
      await engine.start(arnOf(name), id, input);
      const arn = `${arnOf(name).replace(':stateMachine:', ':execution:')}:${id}`;
      const deadline = Date.now() + LONGEST;
      while (engine.executions.get(arn)?.summary.status === 'RUNNING' && Date.now() < deadline) await pause(200);
      const { status = 'gone', output } = engine.executions.get(arn)?.summary ?? {};
      const events = (await engine.history(arn)) ?? [];
      const states = events.flatMap(({ stateEnteredEventDetails: entered }) =>
        entered === undefined ? [] : [String(entered['name'])],
      );
      return { status, states, output };
    },
  };
}

async function answer(runs: ReadonlyMap<string, Run>, request: IncomingMessage): Promise<string> {
  const body = await readBody(request, LONGEST_CALL);
  return JSON.stringify(decideFor(runs, JSON.parse(String(body)) as Call));
}

/** Decides, and lets the task end at its time. */
function decideFor(runs: ReadonlyMap<string, Run>, call: Call): Decision {
  const run = runs.get(call.requestId);
  if (!run) return { error: 'NobodyAsked' };
  const decision = decide(run, call);
  const token = call.with?.token;
  if ('later' in decision && decision.later && token !== undefined) {
    const { ending, milliseconds } = decision.later;
    setTimeout(() => void run.tell(token, ending), milliseconds);
  }
  return decision;
}
