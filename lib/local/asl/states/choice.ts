import type { Branch } from '../branch.ts';
import type { ChoiceState, Way } from '../definition.ts';
import { StateFailure } from '../failure.ts';

/** The first rule whose condition holds, else the default. */
export async function chooseWay(branch: Branch, state: ChoiceState): Promise<Way> {
  for (const choice of state.Choices) {
    const holds = await branch.evaluate(choice.Condition);
    if (typeof holds !== 'boolean')
      throw new StateFailure('States.QueryEvaluationError', `Condition is neither true nor false: ${String(holds)}`);
    // A rule without its own Output or Assign passes the input on (spec, "Choice State").
    if (holds) return choice;
  }
  if (state.Default === undefined)
    throw new StateFailure('States.NoChoiceMatched', 'no rule holds and there is no Default');
  return { ...state, Next: state.Default };
}
