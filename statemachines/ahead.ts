import type { State } from './compile.ts';

type States = Readonly<Record<string, State>>;

/** As little as a wait may last. */
const AT_ONCE = 1;

/** Only a function of an earlier release answers without it: then the work rings at once, and its alarm measures. */
export const alarmSecondsFrom = (answer: string) =>
  `{% $exists(${answer}.alarmSeconds) ? ${answer}.alarmSeconds : ${AT_ONCE} %}`;

const payload = '$states.result.Payload';

/**
 * Work opens with a time-out that depends on the calendar. A state that would only measure it costs a transition each time, so the function
 * before it does: `ahead` in its call names the works that may open next, and its answer has `alarmSeconds`. A person's answer has it, too.
 * Between them stand no other states than choices and empty rows, which keep `$alarmSeconds`.
 */
export function measureAhead(start: string, states: States): States {
  if (worksAfter(start, states).length > 0) throw new Error('work opens before any function, which nobody measures');
  return Object.fromEntries(Object.entries(states).map(([name, state]) => [name, measuring(name, state, states)]));
}

function measuring(name: string, state: State, states: States): State {
  const { Arguments: call } = state as State & { readonly Arguments?: Call };
  if (!call) return state;
  // An alarm that leads back to its own work measures that by itself.
  const works = [...onward(state)].flatMap((next) => worksAfter(next, states)).filter((work) => !rings(work, name));
  if (works.length === 0) return state;
  const ahead = new Map(
    works.map(({ Arguments: { Payload } }) => {
      const { by, term } = Payload.with;
      return [JSON.stringify({ by, term }), { by, term }] as const;
    }),
  );
  return {
    ...state,
    Arguments: { ...call, Payload: { ...call.Payload, ahead: [...ahead.values()] } },
    Assign: {
      ...(state['Assign'] as object | undefined),
      alarmSeconds: alarmSecondsFrom(isWork(state) ? '$states.result' : payload),
    },
  };
}

interface Call {
  readonly Payload: { readonly with: { readonly by?: unknown; readonly term?: unknown } };
}
type Work = State & { readonly Arguments: Call };

/** The works that a state leads to, or is, with no function between. */
function worksAfter(start: string, states: States): Work[] {
  const seen = new Set([start]);
  const works: Work[] = [];
  for (const name of seen) {
    const state = states[name];
    if (!state) continue;
    if (isWork(state)) works.push(state);
    if (state.Type !== 'Task') for (const next of onward(state)) seen.add(next);
  }
  return works;
}

const isWork = (state: State): state is Work => String(state['Resource']).endsWith('.waitForTaskToken');

const rings = (work: Work, alarm: string) =>
  (work['Catch'] as readonly { readonly Next: string }[]).some(({ Next }) => Next === alarm);

/** Where a state leads, but by an error. */
export function onward(state: State): Set<string> {
  const choices = (state['Choices'] ?? []) as readonly { readonly Next: string }[];
  const names = [state['Next'], state['Default'], ...choices.map(({ Next }) => Next)];
  return new Set(names.filter((name) => typeof name === 'string'));
}
