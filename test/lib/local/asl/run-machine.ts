import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manualClock } from '../../../../lib/local/clock.ts';
import type { Json, RootMachine } from '../../../../lib/local/asl/definition.ts';
import { openEngine, type EngineOptions } from '../../../../lib/local/asl/engine.ts';
import { StateFailure } from '../../../../lib/local/asl/failure.ts';
import type { Summary } from '../../../../lib/local/asl/execution.ts';

export const MACHINE = 'arn:aws:states:eu-central-1:000000000000:stateMachine:case';
export const newFolder = () => mkdtempSync(join(tmpdir(), 'asl-'));
export const START = Date.parse('2026-01-05T04:00:00Z');

let ids = 0;

/** An engine with one machine on a clock that the test moves. Lambdas are functions by name. */
export async function openCase(
  definition: RootMachine,
  lambdas: Record<string, (payload: Json) => Json | Promise<Json>> = {},
  options: Partial<EngineOptions> = {},
) {
  const clock = manualClock(START);
  const engine = await openEngine({
    folder: newFolder(),
    machines: [{ arn: MACHINE, roleArn: 'role', definition }],
    invoke: async (name, payload) => {
      const lambda = lambdas[name];
      if (!lambda) throw new StateFailure('Lambda.ResourceNotFoundException', name);
      return lambda(payload);
    },
    newId: () => `token-${(ids += 1)}`,
    clock,
    ...options,
  });
  const summary = (name = 'one'): Summary | undefined =>
    engine.executions.get(`${MACHINE.replace(':stateMachine:', ':execution:')}:${name}`)?.summary;
  return {
    engine,
    clock,
    summary,
    /** Resolves once `holds` does; the test's own timeout is the limit. */
    async eventually<T>(holds: () => T | undefined | false): Promise<T> {
      for (;;) {
        const value = holds();
        if (value !== undefined && value !== false) return value;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    /**
     * Resolves once something waits for the clock; if milliseconds are given, once something waits for exactly that
     * time.
     */
    async asleep(milliseconds?: number): Promise<void> {
      const isAsleep = (rings = clock.rings()) =>
        rings !== undefined && (milliseconds === undefined || rings === clock.now() + milliseconds);
      await this.eventually(() => isAsleep());
    },
    /** Resolves once this many tasks of the execution have succeeded, by its history. */
    async succeeded(count: number, name = 'one'): Promise<void> {
      const arn = summary(name)?.arn ?? '';
      for (;;) {
        const history = (await engine.history(arn)) ?? [];
        if (history.filter(({ type }) => type === 'TaskSucceeded').length >= count) return;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    },
    async ended(name = 'one'): Promise<Summary> {
      return this.eventually(() => {
        const found = summary(name);
        return found?.status === 'RUNNING' ? undefined : found;
      });
    },
  };
}

/** Runs a machine that needs no clock to its end. */
export async function runMachine(
  definition: RootMachine,
  input: Json = {},
  lambdas: Record<string, (payload: Json) => Json | Promise<Json>> = {},
): Promise<Summary> {
  const opened = await openCase(definition, lambdas);
  await opened.engine.start(MACHINE, 'one', input);
  const summary = await opened.ended();
  await opened.engine.close();
  return summary;
}
