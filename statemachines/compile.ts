import { outcomesOf } from '../lib/domain/regulation/check.ts';
import type { Operation, PeopleOperation, SystemOperation } from '../lib/domain/regulation/procedure.ts';
import type { Action, Channel, Regulation } from '../lib/domain/regulation/regulation.ts';
import type { Amount } from '../lib/domain/regulation/term.ts';
import { TAKEN_BACK } from '../lib/domain/request/rows/taken-back.ts';
import { rowAgain } from '../lib/domain/regulation/row-again.ts';
import { termsOf } from '../lib/domain/regulation/whole-term.ts';
import { alarmSecondsFrom, measureAhead } from './ahead.ts';

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
const requestId = '{% $states.context.Execution.Input.requestId %}';
const isAgain = '{% $exists($states.context.Execution.Input.again) %}';
/** Which run of the request this execution is: its rows do not touch those of another run. */
const run = '{% $exists($states.context.Execution.Input.again) ? $states.context.Execution.Input.again : 0 %}';

/** A request that its applicant took back goes to the end from every row. */
const takenBack = { ErrorEquals: [TAKEN_BACK], Next: END };

/** An outage of hours must not end a request: attempts for about four days, at most an hour apart. */
const retry = (ErrorEquals: readonly string[]) => [
  { ErrorEquals: takenBack.ErrorEquals, MaxAttempts: 0 },
  { ErrorEquals, IntervalSeconds: 2, BackoffRate: 2, MaxDelaySeconds: 3600, MaxAttempts: 99 },
];

/**
 * Compiles a regulation's channel to a state machine: a state for each row, in the table's order.
 *
 * The execution's input is `{ requestId }`, and its name the request's id. If a request is decided again, the input is
 * `{ requestId, again: n }`: the first function is passed by, and the Choice after it leads to that row
 * (lib/domain/regulation/row-again.ts). A system's operation is one Task. A person's operation is two: a callback that waits until the
 * next alarm, for a time that the function before it measures (ahead.ts), and the alarm that reminds or escalates and starts the wait
 * again. An outcome that a row's ways name becomes a Choice. The end is `close-request`, and the execution's output is
 * `{ outcome }`: `issued`, `refused`, `taken-back`, or `queued` with an interim document.
 */
export function compileChannel(regulation: Regulation, channel: Channel): Machine {
  const states: States = {};
  const first = new Map(channel.actions.map((action) => [action.no, stateNames(action)[0] ?? END] as const));
  const entry = (to: number | 'end') => (to === 'end' ? END : (first.get(to) ?? END));
  for (const action of channel.actions) Object.assign(states, compileRow(action, channel, entry));
  const StartAt = entry(channel.actions[0]?.no ?? 'end');
  return {
    Comment:
      `${regulation.title.ru}. ${regulation.decree.issuer}, № ${regulation.decree.number} ` +
      `от ${regulation.decree.date}; ${channel.source}. ${channel.title}`,
    QueryLanguage: 'JSONata',
    StartAt,
    States: { ...measureAhead(StartAt, states), ...closing(channel) },
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
  const people = operations.some((operation) => 'work' in operation) ? ['open-work', 'escalate-work'] : [];
  return [...new Set<string>([...effects, ...people, END])];
};

/** The first function that a machine calls; before it there are only rows in which it does nothing. */
export function firstCall({ actions }: Pick<Channel, 'actions'>): string | undefined {
  const called = actions.flatMap((action) =>
    stateNames(action).filter((_, index) => !('idle' in (action.does[index] ?? { idle: '' }))),
  );
  return called[0];
}

const verbOf = (operation: Operation): string =>
  'effect' in operation ? operation.effect : 'work' in operation ? operation.work : operation.idle;

function compileRow(action: Action, channel: Channel, entry: (to: number | 'end') => string): States {
  const names = stateNames(action);
  const otherwise = entry(action.goes.at(-1)?.to ?? 'end');
  const [first, again] = [firstCall(channel), rowAgain(channel)];
  const states: States = {};
  for (const [index, operation] of action.does.entries()) {
    const state = names[index] ?? END;
    const onward = names[index + 1] ?? otherwise;
    const answers = new Set<string>(outcomesOf(operation));
    const ways = action.goes.filter((way) => way.if !== undefined && answers.has(way.if));
    const enters = state === first && again !== undefined ? [{ Condition: isAgain, Next: entry(again) }] : [];
    const next = ways.length + enters.length > 0 ? `${state}-way` : onward;
    const row: Row = { no: action.no, state, actor: action.actor.slug };
    Object.assign(states, compileOperation(operation, row, action, channel, next));
    if (next !== onward)
      states[next] = {
        Type: 'Choice',
        Choices: [
          ...enters,
          ...ways.map((way) => ({ Condition: `{% $outcome = '${way.if}' %}`, Next: entry(way.to) })),
        ],
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
  if (operation.effect === 'check-payment') return compilePayment(task, row.state, words, next);
  return { [row.state]: { ...task, ...words, ...(answers && { Assign: { outcome: answered } }), Next: next } };
}

const answered = "{% $exists($states.result.Payload.outcome) ? $states.result.Payload.outcome : 'done' %}";

/**
 * `check-payment` may answer `{ outcome: 'waiting', waitSeconds }` while an invoice is open: then it is asked again. The
 * history of an execution has room for 25,000 events, which LONGEST_DAYS (lib/domain/payment/fees.ts) leaves free.
 */
function compilePayment(task: Json, state: string, words: Json, next: string): States {
  const [open, pause] = [`${state}-open`, `${state}-pause`];
  return {
    [state]: {
      Type: 'Task',
      ...task,
      ...words,
      Assign: {
        outcome: answered,
        waitSeconds: '{% $exists($states.result.Payload.waitSeconds) ? $states.result.Payload.waitSeconds : 0 %}',
      },
      Next: open,
    },
    [open]: {
      Type: 'Choice',
      Choices: [{ Condition: "{% $outcome = 'waiting' %}", Next: pause }],
      Default: next,
    },
    [pause]: { Type: 'Wait', Seconds: '{% $waitSeconds %}', Next: state },
  };
}

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

const invoke = (verb: string, row: Row, channel: Channel, parameters: Json, suffix = '') => ({
  Type: 'Task',
  Resource: `arn:aws:states:::lambda:invoke${suffix}`,
  Arguments: {
    FunctionName: `\${${substitutionOf(verb)}}`,
    Payload: { requestId, ...runOf(row, channel), row, with: parameters },
  },
  Retry: retry(suffix === '' ? ['States.ALL'] : ['States.TaskFailed']),
  Catch: [takenBack],
});

const runOf = ({ state }: Row, channel: Channel): Json =>
  rowAgain(channel) === undefined ? {} : { again: run, ...(state === firstCall(channel) && { passBy: isAgain }) };

/**
 * A person's row. `open-work` gets the task token, and the person who
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
  const [alarm, armed] = [`${state}-alarm`, `${state}-armed`];
  const task = { task: work, by };
  const limit = { term, ...(limits.extendable && { extendable: limits.extendable }) };
  return {
    [state]: {
      ...invoke(
        'open-work',
        row,
        channel,
        { ...task, ...limit, token: '{% $states.context.Task.Token %}' },
        '.waitForTaskToken',
      ),
      ...words,
      TimeoutSeconds: '{% $alarmSeconds %}',
      Catch: [takenBack, { ErrorEquals: ['States.Timeout'], Next: alarm }],
      Assign: { outcome: '{% $states.result.outcome %}' },
      Next: next,
    },
    [alarm]: {
      ...invoke('escalate-work', row, channel, { ...task, ...limit }),
      Assign: {
        outcome: "{% $exists($states.result.Payload.outcome) ? $states.result.Payload.outcome : 'waiting' %}",
        alarmSeconds: alarmSecondsFrom('$states.result.Payload'),
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

/** `close-request` answers how the request ended; an unknown answer fails the execution at once, which raises its alarm. */
function closing(channel: Channel): States {
  const ends = ['issued', 'refused', ...(channel.again ? ['queued'] : []), 'taken-back'];
  const { Catch: _, Retry, ...last } = invoke(END, { no: 0, state: END, actor: 'is-mio' }, channel, {});
  const known = ends.map((end) => `'${end}'`).join(', ');
  return {
    [END]: {
      ...last,
      Retry: [{ ErrorEquals: ['States.QueryEvaluationError'], MaxAttempts: 0 }, ...Retry],
      Output: {
        outcome: `{% $states.result.Payload.outcome in [${known}] ? $states.result.Payload.outcome %}`,
      },
      End: true,
    },
  };
}
