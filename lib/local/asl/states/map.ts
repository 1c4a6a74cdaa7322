import type { Branch } from '../branch.ts';
import type { Json, MapState } from '../definition.ts';
import { bare, stateEntered } from '../events.ts';
import { StateFailure } from '../failure.ts';
import { beginning, startOf, type RunBranch } from './parallel.ts';
import type { Done } from './task.ts';

/**
 * Runs the processor for each item, at most MaxConcurrency at a time (0 or absent: all). Outputs keep the order of the
 * items.
 */
export async function runMap(branch: Branch, state: MapState, runBranch: RunBranch): Promise<Done> {
  const items = branch.position.items ?? (await findItems(branch, state));
  if (!branch.position.items)
    await branch.keep({ items }, [{ type: 'MapStateStarted', mapStateStartedEventDetails: { length: items.length } }]);
  const lanes = (await branch.evaluate(state.MaxConcurrency ?? 0)) || items.length;
  const children = items.map((_, i) => branch.child(i, state.ItemProcessor));
  const outputs: Json[] = [];
  const waiting = [...children.keys()];
  const lane = async () => {
    for (let i = waiting.shift(); i !== undefined; i = waiting.shift()) {
      const child = children[i];
      if (!child) continue;
      if (!branch.execution.branches.has(child.id)) await startItem(branch, state, i, items[i] ?? null);
      outputs[i] = await runBranch(child);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(Number(lanes), items.length) }, lane));
    return { result: outputs, news: [bare('MapStateSucceeded')] };
  } catch (error) {
    for (const child of children) child.abandon();
    if (error instanceof StateFailure) error.news = [...(error.news ?? []), bare('MapStateFailed')];
    throw error;
  }
}

async function findItems(branch: Branch, state: MapState): Promise<readonly Json[]> {
  const items = state.Items === undefined ? branch.position.input : await branch.evaluate(state.Items);
  if (!Array.isArray(items)) throw new StateFailure('States.Runtime', 'Items is no array');
  return items as readonly Json[];
}

async function startItem(branch: Branch, state: MapState, Index: number, Value: Json) {
  const item = { Index, Value };
  const selected =
    state.ItemSelector === undefined
      ? Value
      : await branch.evaluate(state.ItemSelector, { context: { ...branch.context, Map: { Item: item } } });
  const position = { ...beginning(branch, state.ItemProcessor, selected), item };
  const { StartAt } = state.ItemProcessor;
  const entered = stateEntered(startOf(state.ItemProcessor), StartAt, selected);
  const started = {
    type: 'MapIterationStarted',
    mapIterationStartedEventDetails: { index: Index, name: branch.position.state },
  };
  await branch.keep({}, [started, entered], { [`${branch.id}/${Index}`]: position });
}
