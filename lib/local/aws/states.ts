import * as z from 'zod';
import type { Json } from '../asl/definition.ts';
import type { Engine } from '../asl/engine.ts';
import type { Summary } from '../asl/execution.ts';
import { AwsFailure } from './failure.ts';
import { jsonService } from './serve-aws.ts';

/** Names that Step Functions accepts: no blanks, brackets, wildcards, control characters or other ASCII signs. */
// eslint-disable-next-line no-control-regex -- control characters are what is refused
const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]{1,80}$/;

const Limit = z.number().int().min(0).max(1000).default(0);
const Page = z.object({ maxResults: Limit, nextToken: z.string().optional() });
const Start = z.object({ stateMachineArn: z.string(), name: z.string().optional(), input: z.string().default('{}') });
const Stop = z.object({ executionArn: z.string(), error: z.string().default(''), cause: z.string().default('') });
const One = z.object({ executionArn: z.string() });
const List = Page.extend({ stateMachineArn: z.string().optional(), statusFilter: z.string().optional() });
const History = Page.extend({ executionArn: z.string(), reverseOrder: z.boolean().default(false) });
const Token = z.object({ taskToken: z.string().min(1) });
const Success = Token.extend({ output: z.string() });
const Failure = Token.extend({ error: z.string().default(''), cause: z.string().default('') });

/** Size limit of an input or output in bytes (service quotas of Step Functions). */
const PAYLOAD_LIMIT = 262_144;

const seconds = (milliseconds: number) => milliseconds / 1000;

/** Step Functions' API on top of the engine. */
export function stateService(engine: Engine, newId: () => string) {
  const executionOf = async (arn: string): Promise<Summary> => {
    const execution = await engine.find(arn);
    if (!execution) throw new AwsFailure('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    return execution;
  };
  const told = (result: 'told' | 'gone') => {
    if (result === 'gone')
      throw new AwsFailure('TaskTimedOut', "Task Timed Out: 'Provided task does not exist anymore'");
  };

  return jsonService({
    async StartExecution(given: unknown) {
      const { stateMachineArn, name = newId(), input } = read(Start, given);
      if (!NAME.test(name)) throw new AwsFailure('InvalidName', `Invalid Name: '${name}'`);
      const started = await engine.start(stateMachineArn, name, parseJson(input, 'InvalidExecutionInput'));
      if ('execution' in started)
        return { executionArn: started.execution.arn, startDate: seconds(started.execution.started) };
      if (started.reason === 'machine-does-not-exist')
        throw new AwsFailure('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
      throw new AwsFailure('ExecutionAlreadyExists', `Execution Already Exists: '${name}'`);
    },

    async StopExecution(given: unknown) {
      const { executionArn, error, cause } = read(Stop, given);
      await executionOf(executionArn);
      const stopped = await engine.stop(executionArn, error, cause);
      return { stopDate: seconds(stopped?.stopped ?? 0) };
    },

    async DescribeExecution(given: unknown) {
      const summary = await executionOf(read(One, given).executionArn);
      const { input, output, error, cause } = summary;
      return {
        ...listed(summary),
        input: JSON.stringify(input),
        inputDetails: { included: true },
        ...(output !== undefined && { output: JSON.stringify(output), outputDetails: { included: true } }),
        ...(error !== undefined && { error, cause }),
      };
    },

    /**
     * For a running execution. When its machine was changed is not known here, but it was not after the execution
     * began.
     */
    async DescribeStateMachineForExecution(given: unknown) {
      const { executionArn } = read(One, given);
      const { machineArn, started } = await executionOf(executionArn);
      const definition = engine.executions.get(executionArn)?.definition;
      if (!definition) throw new AwsFailure('ExecutionDoesNotExist', `Execution Has Ended: '${executionArn}'`);
      return {
        stateMachineArn: machineArn,
        name: machineArn.split(':').at(-1),
        definition: JSON.stringify(definition),
        roleArn: engine.machines.get(machineArn)?.roleArn ?? '',
        updateDate: seconds(started),
      };
    },

    async ListExecutions(given: unknown) {
      const { stateMachineArn, statusFilter, ...page } = read(List, given);
      if (stateMachineArn !== undefined && !engine.machines.has(stateMachineArn))
        throw new AwsFailure('StateMachineDoesNotExist', `State Machine Does Not Exist: '${stateMachineArn}'`);
      const found: Summary[] = [];
      for await (const summary of engine.summaries(statusFilter === 'RUNNING' ? 'running' : 'all'))
        if (
          (stateMachineArn === undefined || summary.machineArn === stateMachineArn) &&
          (statusFilter === undefined || summary.status === statusFilter)
        )
          found.push(summary);
      found.sort((a, b) => b.started - a.started || (a.arn < b.arn ? 1 : -1));
      const { items, next } = paginate(found, page);
      return { executions: items.map(listed), ...next };
    },

    async GetExecutionHistory(given: unknown) {
      const { executionArn, reverseOrder, ...page } = read(History, given);
      await executionOf(executionArn);
      const events = (await engine.history(executionArn)) ?? [];
      const { items, next } = paginate(reverseOrder ? events.toReversed() : events, page);
      return { events: items.map((event) => ({ ...event, timestamp: seconds(event.timestamp) })), ...next };
    },

    ListStateMachines: () => ({
      stateMachines: [...engine.machines.keys()].map((stateMachineArn) => ({
        stateMachineArn,
        name: stateMachineArn.split(':').at(-1),
        type: 'STANDARD',
        creationDate: 0,
      })),
    }),

    async SendTaskSuccess(given: unknown) {
      const { taskToken, output } = read(Success, given);
      told(await engine.succeed(taskToken, parseJson(output, 'InvalidOutput')));
    },

    async SendTaskFailure(given: unknown) {
      const { taskToken, error, cause } = read(Failure, given);
      told(await engine.fail(taskToken, error, cause));
    },

    async SendTaskHeartbeat(given: unknown) {
      told(await engine.heartbeat(read(Token, given).taskToken));
    },
  });
}

const listed = ({ arn, machineArn, name, status, started, stopped }: Summary) => ({
  executionArn: arn,
  stateMachineArn: machineArn,
  name,
  status,
  startDate: seconds(started),
  ...(stopped !== undefined && { stopDate: seconds(stopped) }),
});

function read<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new AwsFailure('ValidationException', parsed.error.issues.map(({ path }) => path.join('.')).join(', '));
}

function parseJson(text: string, code: string): Json {
  if (Buffer.byteLength(text) > PAYLOAD_LIMIT) throw new AwsFailure(code, 'The payload is larger than 256 KiB.');
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new AwsFailure(code, 'The payload is no JSON.');
  }
}

/** The token says where the next page begins. New entries at the front of a list may shift a page. */
function paginate<T>(all: readonly T[], { maxResults, nextToken }: z.output<typeof Page>) {
  const from = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, 'base64url').toString());
  if (!Number.isInteger(from) || from < 0) throw new AwsFailure('InvalidToken', 'Invalid Token');
  const end = from + (maxResults || 100);
  const next = end < all.length ? { nextToken: Buffer.from(String(end)).toString('base64url') } : {};
  return { items: all.slice(from, end), next };
}
