import type { Json, State } from './definition.ts';

/** An event as GetExecutionHistory returns it; the timestamp stays in milliseconds until it is returned. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  readonly timestamp: number;
  readonly type: string;
  readonly [details: `${string}EventDetails`]: Readonly<Record<string, unknown>>;
}

/** An event before it has its number and time. */
export interface News {
  readonly type: string;
  readonly [details: `${string}EventDetails`]: Readonly<Record<string, unknown>>;
}

const text = (value: Json) => JSON.stringify(value);
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);

export const executionStarted = (input: Json, roleArn: string): News => ({
  type: 'ExecutionStarted',
  executionStartedEventDetails: { input: text(input), inputDetails: { truncated: false }, roleArn },
});

export const stateEntered = (state: State, name: string, input: Json): News => ({
  type: `${state.Type}StateEntered`,
  stateEnteredEventDetails: { name, input: text(input), inputDetails: { truncated: false } },
});

export const stateExited = (
  state: State,
  name: string,
  output: Json,
  assigned: Readonly<Record<string, Json>>,
): News => ({
  type: `${state.Type}StateExited`,
  stateExitedEventDetails: {
    name,
    output: text(output),
    outputDetails: { truncated: false },
    ...(Object.keys(assigned).length > 0 && {
      assignedVariables: Object.fromEntries(Object.entries(assigned).map(([each, value]) => [each, text(value)])),
    }),
  },
});

type TaskEvent = 'Scheduled' | 'Started' | 'Submitted' | 'Succeeded' | 'Failed' | 'TimedOut';

/** Optimised integrations report Task…, a function's own ARN as Resource reports LambdaFunction…. */
export function taskEvent(resource: string, event: TaskEvent, details: Readonly<Record<string, unknown>>): News {
  const [, service, action] = /^arn:aws[^:]*:states:::(\w+):(.+)$/.exec(resource) ?? [];
  const where = service === undefined ? {} : { resourceType: service, resource: action };
  return detailed(`${service === undefined ? 'LambdaFunction' : 'Task'}${event}`, { ...where, ...details });
}

/** Each type of event has its details under a name of its own. */
const detailed = (type: string, details: Readonly<Record<string, unknown>>) =>
  ({ type, [`${lowerFirst(type)}EventDetails`]: details }) as News;

export const bare = (type: string): News => ({ type });

export const executionEnded = (
  type: 'Succeeded' | 'Failed' | 'TimedOut' | 'Aborted',
  details: Readonly<Record<string, unknown>>,
): News => detailed(`Execution${type}`, details);
