import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RootMachine } from '../../lib/local/asl/definition.ts';
import { openEngine } from '../../lib/local/asl/engine.ts';
import { StateFailure } from '../../lib/local/asl/failure.ts';
import type { Clock } from '../../lib/local/clock.ts';
import { substitutionOf, type Machine } from '../../statemachines/compile.ts';

export type Run = Awaited<ReturnType<typeof openRun>>;
export type Functions = ReadonlyMap<string, (payload: unknown) => Promise<unknown>>;

const machineArn = 'arn:aws:states:eu-central-1:000000000000:stateMachine:machine';

/** One machine on its own engine, with its own clock and journal; `deploy` replaces the machine. */
export async function openRun(machine: Machine, clock: Clock, functions: () => Functions) {
  const folder = mkdtempSync(join(tmpdir(), 'machine-'));
  const failures: unknown[] = [];
  const open = (deployed: Machine) =>
    openEngine({
      folder,
      machines: [{ arn: machineArn, roleArn: 'arn:aws:iam::000000000000:role/machine', definition: deploy(deployed) }],
      newId: () => randomBytes(12).toString('hex'),
      clock,
      invoke: async (verb, payload) => {
        try {
          const result = await functions().get(verb)?.(payload);
          return JSON.parse(JSON.stringify(result ?? null));
        } catch (error) {
          failures.push(error);
          throw new StateFailure('Error', String(error));
        }
      },
    });
  let engine = await open(machine);
  const arnOf = (name: string) => `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  const find = (name: string) => engine.executions.get(arnOf(name));

  return {
    get engine() {
      return engine;
    },
    async deploy(next: Machine) {
      await engine.close();
      engine = await open(next);
    },
    start: ({ name, input }: { readonly name: string; readonly input: { readonly requestId: string } }) =>
      engine.start(machineArn, name, input),
    status: (name: string) => find(name)?.summary.status,
    output: (name: string): unknown => find(name)?.summary.output,
    /** Names of the states in the order in which the history entered them. */
    async entered(name: string): Promise<string[]> {
      const history = (await engine.history(arnOf(name))) ?? [];
      return history.flatMap(({ type, stateEnteredEventDetails: entered }) =>
        type.endsWith('StateEntered') && entered ? [String(entered['name'])] : [],
      );
    },
    /**
     * Resolves when the machine waits, with the waiting state and the time of its alarm or of its end; or when it has ended.
     */
    async rest(name: string): Promise<{ readonly state: string; readonly rings: number } | undefined> {
      for (let look = 0; look < 5000; look += 1) {
        if (failures.length > 0) throw failures[0];
        const execution = find(name);
        if (execution?.summary.status !== 'RUNNING') return undefined;
        const position = execution.branches.get('');
        const { state = '', submitted, outcome, deadline = 0, until = 0 } = position ?? {};
        if (until > clock.now()) return { state, rings: until };
        if (submitted && !outcome && deadline > clock.now()) return { state, rings: deadline };
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      throw new Error(`the machine never came to rest: ${find(name)?.branches.get('')?.state}`);
    },
    async close() {
      await engine.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Like the stack with DefinitionSubstitutions: `${NumberRequest}` becomes the function's name. */
function deploy(machine: Machine): RootMachine {
  const verbs = new Map<string, string>();
  const text = JSON.stringify(machine).replaceAll(/\$\{(\w+)\}/g, (_, name: string) => {
    const verb = name.replaceAll(/(?<!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
    verbs.set(name, verb);
    return verb;
  });
  for (const [name, verb] of verbs) if (substitutionOf(verb) !== name) throw new Error(`${name} names no verb`);
  return JSON.parse(text) as RootMachine;
}
