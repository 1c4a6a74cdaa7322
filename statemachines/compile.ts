import { outcomesOf } from '../lib/domain/regulation/check.ts';
import type { Operation, PeopleOperation, SystemOperation } from '../lib/domain/regulation/procedure.ts';
import type { Action, Channel, Regulation } from '../lib/domain/regulation/regulation.ts';
import type { Amount } from '../lib/domain/regulation/term.ts';
import { termsOf } from '../lib/domain/regulation/whole-term.ts';

/** A definition in Amazon States Language, JSONata mode. Function names are `${Verb}` until the stack fills them in. */
export interface Machine {
  readonly Comment: string;
  readonly QueryLanguage: 'JSONata';
  readonly StartAt: string;
  readonly States: Readonly<Record<string, State>>;
}
export type State = { readonly Type: string } & Readonly<Record<string, unknown>>;

type States = Record<string, State>;
type Json = Readonly<Record<string, unknown>>;

/** The row of a task, as the functions get it. `no` 0 is the machine's own `close-request` after the table. */
interface Row {
  readonly no: number;
  readonly state: string;
  readonly actor: string;
}

const END = 'close-request';
const AGAIN = 'again-way';
const requestId = '{% $states.context.Execution.Input.requestId %}';
/** Which run of the request this execution is: its rows do not touch those of another run. */
const run = '{% $exists($states.context.Execution.Input.again) ? $states.context.Execution.Input.again : 0 %}';

/** An outage of hours must not end a request: attempts for about four days, at most an hour apart. */
const retry = (ErrorEquals: readonly string[]) => [
  { ErrorEquals, IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 3600, MaxAttempts: 99 },
];

/**
 * Compiles a regulation's channel to a state machine: a state for each row, in the table's order.
 *
 * The execution's input is `{ requestId }`, and its name the request's id. If an accepted offer is decided again, the
 * input is `{ requestId, again: n }` and the machine enters at the row that the channel names. A system's operation is
 * one Task. A person's operation is three: a Task that measures the term, a callback that waits until the next alarm,
 * and the alarm that reminds or escalates and starts the wait again. An outcome that a row's ways name becomes a
 * Choice. The end is `close-request`, then `issued`, `refused`, or `queued` with an interim document.
 */
export function compileChannel(regulation: Regulation, channel: Channel): Machine {
  const states: States = {};
  const first = new Map(channel.actions.map((action) => [action.no, entries(action)[0] ?? END] as const));
  const entry = (to: number | 'end') => (to === 'end' ? END : (first.get(to) ?? END));
  for (const action of channel.actions) Object.assign(states, compileRow(action, channel, entry));
  const beginning = entry(channel.actions[0]?.no ?? 'end');
  return {
    Comment:
      `${regulation.title.ru}. ${regulation.decree.issuer}, № ${regulation.decree.number} ` +
      `от ${regulation.decree.date}; ${channel.source}. ${channel.title}`,
    QueryLanguage: 'JSONata',
    StartAt: channel.again ? AGAIN : beginning,
    States: { ...(channel.again && entering(beginning, entry(channel.again.row))), ...states, ...closing(channel) },
  };
}

/** The states in which a row's operations are carried out, in order: `05-mio-accept`. */
export function stateNames({ no, actor, does }: Action): string[] {
  const verbs = does.map(verbOf);
  return verbs.map((verb, index) => {
    const earlier = verbs.slice(0, index).filter((other) => other === verb).length;
    return `${String(no).padStart(2, '0')}-${actor.slug}-${verb}${earlier > 0 ? `-${earlier + 1}` : ''}`;
  });
}

/** The functions that a channel's machine calls, each once. */
export const verbsOf = ({ actions }: Pick<Channel, 'actions'>): string[] => {
  const operations = actions.flatMap(({ does }) => does);
  const effects = operations.flatMap((operation) => ('effect' in operation ? [operation.effect] : []));
  const people = operations.some((operation) => 'work' in operation)
    ? ['measure-term', 'open-work', 'escalate-work']
    : [];
  return [...new Set<string>([...effects, ...people, END])];
};

/** Where each operation of a row begins: a person's work begins with measuring its term. */
const entries = (action: Action): string[] =>
  stateNames(action).map((state, index) => {
    const operation = action.does[index];
    return operation && 'work' in operation ? `${state}-term` : state;
  });

const verbOf = (operation: Operation): string =>
  'effect' in operation ? operation.effect : 'work' in operation ? operation.work : operation.idle;

function compileRow(action: Action, channel: Channel, entry: (to: number | 'end') => string): States {
  const names = stateNames(action);
  const otherwise = entry(action.goes.at(-1)?.to ?? 'end');
  const states: States = {};
  for (const [index, operation] of action.does.entries()) {
    const state = names[index] ?? END;
    const onward = entries(action)[index + 1] ?? otherwise;
    const answers = new Set<string>(outcomesOf(operation));
    const ways = action.goes.filter((way) => way.if !== undefined && answers.has(way.if));
    const next = ways.length > 0 ? `${state}-way` : onward;
    const row: Row = { no: action.no, state, actor: action.actor.slug };
    Object.assign(states, compileOperation(operation, row, action, channel, next));
    if (ways.length > 0)
      states[next] = {
        Type: 'Choice',
        Choices: ways.map((way) => ({ Condition: `{% $outcome = '${way.if}' %}`, Next: entry(way.to) })),
        Default: onward,
      };
  }
  return states;
}

function compileOperation(operation: Operation, row: Row, action: Action, channel: Channel, next: string): States {
  const words = { Comment: commentOf(action) };
  if ('idle' in operation) return { [row.state]: { Type: 'Pass', ...words, Next: next } };
  if ('work' in operation) return compileWork(operation, row, action, channel, words, next);
  const answers = outcomesOf(operation).length > 0;
  const task = invoke(operation.effect, row, channel, parametersOf(operation, channel));
  return { [row.state]: { ...task, ...words, ...(answers && { Assign: { outcome: answered } }), Next: next } };
}

const answered = "{% $exists($states.result.Payload.outcome) ? $states.result.Payload.outcome : 'done' %}";

/** The row's own words, so that a reader can compare the machine with the decree. */
const commentOf = ({ no, actorName, name, completion, term }: Action) =>
  `${no}. ${actorName}: ${name} → ${completion} (${term.text})`;

/** What a system's function needs of the row; functions find texts in the service's card. */
function parametersOf({ effect, ...given }: SystemOperation, channel: Channel): Json {
  if (effect === 'number-request') return { terms: termsOf(channel) };
  return given;
}

/** `number-request` runs as the function `${NumberRequest}`. */
export const substitutionOf = (verb: string): string =>
  verb.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const invoke = (verb: string, row: Row, { again }: Channel, parameters: Json, suffix = '') => ({
  Type: 'Task',
  Resource: `arn:aws:states:::lambda:invoke${suffix}`,
  Arguments: {
    FunctionName: `\${${substitutionOf(verb)}}`,
    Payload: { requestId, ...(again && { again: run }), row, with: parameters },
  },
  Retry: retry(suffix === '' ? ['States.ALL'] : ['States.TaskFailed']),
});

/**
 * A person's row. `measure-term` answers `{ dueAt, alarmSeconds }`. `open-work` gets the task token, and the person who
 * does the work answers `{ outcome }`. `escalate-work` answers `{ alarmSeconds }` until the next alarm, or `{ outcome
 * }` if the work was done while the alarm ran.
 */
function compileWork(
  { work, by, ...limits }: PeopleOperation,
  row: Row,
  action: Action,
  channel: Channel,
  words: Json,
  next: string,
) {
  const term: Amount = limits.term ?? action.term.max ?? { value: 1, unit: 'business_day' };
  const { state } = row;
  const [measure, alarm, armed] = [`${state}-term`, `${state}-alarm`, `${state}-armed`];
  const task = { task: work, by };
  const limit = { term, ...(limits.extendable && { extendable: limits.extendable }) };
  return {
    [measure]: {
      ...invoke('measure-term', row, channel, { ...task, ...limit }),
      Assign: {
        dueAt: '{% $states.result.Payload.dueAt %}',
        alarmSeconds: '{% $states.result.Payload.alarmSeconds %}',
      },
      Next: state,
    },
    [state]: {
      ...invoke(
        'open-work',
        row,
        channel,
        { ...task, ...limit, dueAt: '{% $dueAt %}', token: '{% $states.context.Task.Token %}' },
        '.waitForTaskToken',
      ),
      ...words,
      TimeoutSeconds: '{% $alarmSeconds %}',
      Catch: [{ ErrorEquals: ['States.Timeout'], Next: alarm }],
      Assign: { outcome: '{% $states.result.outcome %}' },
      Next: next,
    },
    [alarm]: {
      ...invoke('escalate-work', row, channel, { ...task, ...limit, dueAt: '{% $dueAt %}' }),
      Assign: {
        outcome: "{% $exists($states.result.Payload.outcome) ? $states.result.Payload.outcome : 'waiting' %}",
        alarmSeconds:
          '{% $exists($states.result.Payload.alarmSeconds) ? $states.result.Payload.alarmSeconds : $alarmSeconds %}',
      },
      Next: armed,
    },
    [armed]: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $outcome = 'waiting' %}", Next: state }],
      Default: next,
    },
  } satisfies States;
}

/** The first run begins with the first row, a later one with the decision. */
const entering = (first: string, again: string): States => ({
  [AGAIN]: {
    Type: 'Choice',
    Choices: [{ Condition: '{% $exists($states.context.Execution.Input.again) %}', Next: again }],
    Default: first,
  },
});

/** `close-request` answers how the request ended; an unknown answer fails the execution, which raises its alarm. */
function closing(channel: Channel): States {
  const ends = ['issued', 'refused', ...(channel.again ? ['queued'] : [])];
  return {
    [END]: {
      ...invoke(END, { no: 0, state: END, actor: 'is-mio' }, channel, {}),
      Assign: { outcome: answered },
      Next: 'ended',
    },
    ended: {
      Type: 'Choice',
      Choices: ends.map((end) => ({ Condition: `{% $outcome = '${end}' %}`, Next: end })),
    },
    ...Object.fromEntries(ends.map((end) => [end, { Type: 'Succeed' }])),
  };
}
