import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Request } from '../../domain/request/request.ts';
import { executionOf } from '../../domain/request/run.ts';

/** The regulations' machines. Calls may be repeated: a second one changes nothing. */
export function openMachines(arnPrefix: string, client = new SFNClient({})) {
  return {
    /** Starts the execution of a run. `machine` is that of the regulation's card. */
    async start(request: Request, machine: string) {
      const { name, input } = executionOf(request);
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: `${arnPrefix}${machine}-${request.channel}`,
            name,
            input: JSON.stringify(input),
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },

    /**
     * Tells a waiting row its outcome. `gone`: the wait has been renewed, answered or ended meanwhile; a renewed wait passes
     * the outcome on itself (`openWork`).
     */
    async signal(token: string, outcome: string): Promise<'signalled' | 'gone'> {
      try {
        await client.send(new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ outcome }) }));
        return 'signalled';
      } catch (error) {
        if (error instanceof TaskTimedOut || error instanceof TaskDoesNotExist || error instanceof InvalidToken)
          return 'gone';
        throw error;
      }
    },
  };
}

export type Machines = ReturnType<typeof openMachines>;
