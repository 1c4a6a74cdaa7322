import type { Branch } from '../branch.ts';
import type { WaitState } from '../definition.ts';
import { StateFailure } from '../failure.ts';

/** Sleeps until a time that is computed and stored when the state is entered. */
export async function runWait(branch: Branch, state: WaitState): Promise<void> {
  const until = branch.position.until ?? (await findEnd(branch, state));
  if (branch.position.until === undefined) await branch.keep({ until });
  await branch.sleep(until);
}

async function findEnd(branch: Branch, state: WaitState): Promise<number> {
  const { Seconds, Timestamp } = state;
  const value = await branch.evaluate(Seconds ?? Timestamp ?? null);
  const until =
    Seconds === undefined ? Date.parse(String(value)) : branch.position.entered + 1000 * asSeconds(value, 'Seconds');
  if (Number.isNaN(until)) throw new StateFailure('States.Runtime', `Timestamp is no time: ${String(value)}`);
  return until;
}

/** @throws StateFailure unless the value is a non-negative number of seconds */
export function asSeconds(value: unknown, name: string): number {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  throw new StateFailure('States.Runtime', `${name} is no number of seconds: ${JSON.stringify(value)}`);
}
