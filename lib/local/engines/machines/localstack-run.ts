import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateStateMachineCommand,
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  paginateGetExecutionHistory,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  StartExecutionCommand,
  StopExecutionCommand,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import type { Json } from '../../asl/definition.ts';
import type { Ending } from './decide.ts';
import type { Outline } from './outline.ts';

/** The result of an execution, by which the two interpreters are compared. */
export interface Course {
  readonly status: string;
  /** Names of the states, in the order in which they were entered. */
  readonly states: readonly string[];
  readonly output: Json | undefined;
}

/** Milliseconds after which an execution is stopped and counted as still running. */
export const LONGEST = 600_000;

/** Puts a machine into LocalStack, and returns the function that runs it there. */
export async function openOnLocalStack(client: SFNClient, { name, definition }: Outline) {
  const { stateMachineArn } = await client.send(
    new CreateStateMachineCommand({
      name: `compare-${randomUUID().slice(0, 8)}-${name}`.slice(0, 80),
      definition: JSON.stringify(definition),
      roleArn: 'arn:aws:iam::000000000000:role/compare',
    }),
  );
  return {
    close: () => client.send(new DeleteStateMachineCommand({ stateMachineArn })),
    async run(id: string, input: object): Promise<Course> {
      const started = await client.send(
        new StartExecutionCommand({ stateMachineArn, name: id, input: JSON.stringify(input) }),
      );
      const { executionArn = '' } = started;
      const describe = () => client.send(new DescribeExecutionCommand({ executionArn }));
      const deadline = Date.now() + LONGEST;
      let now = await describe();
      while (now.status === 'RUNNING' && Date.now() < deadline) {
        await pause(400);
        now = await describe();
      }
      if (now.status === 'RUNNING') await client.send(new StopExecutionCommand({ executionArn }));
      const states: string[] = [];
      for await (const { events = [] } of paginateGetExecutionHistory({ client }, { executionArn }))
        states.push(...events.flatMap(({ stateEnteredEventDetails: entered }) => entered?.name ?? []));
      return { status: now.status ?? '', states, output: now.output && (JSON.parse(now.output) as Json) };
    },
  };
}

/** A task that is over refuses; LocalStack accepts some of those silently, so neither counts. */
export async function tellLocalStack(client: SFNClient, taskToken: string, ending: Ending): Promise<void> {
  const command =
    'error' in ending
      ? new SendTaskFailureCommand({ taskToken, error: ending.error, cause: 'decided' })
      : new SendTaskSuccessCommand({ taskToken, output: JSON.stringify(ending) });
  await client.send(command as SendTaskSuccessCommand).catch((error: Error) => {
    if (!/TaskTimedOut|TaskDoesNotExist|InvalidToken/.test(error.name)) throw error;
  });
}
