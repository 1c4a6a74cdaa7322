import {
  ExecutionAlreadyExists,
  InvalidToken,
  SendTaskFailureCommand,
  SendTaskSuccessCommand,
  SFNClient,
  StartExecutionCommand,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import type { Request } from '../../domain/request/request.ts';
import { TAKEN_BACK } from '../../domain/request/rows/taken-back.ts';
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
     * Tells a waiting row its outcome, or that the request was taken back: then the machine goes to its end. `gone`: the wait has been renewed, answered or ended meanwhile; a renewed wait passes
     * the outcome on itself (`openWork`).
     *
     * @param alarmSeconds how long the machine waits for the work that follows before it first rings
     */
    async signal(token: string, outcome: string, alarmSeconds?: number): Promise<'signalled' | 'gone'> {
      try {
        if (outcome === 'taken-back')
          await client.send(new SendTaskFailureCommand({ taskToken: token, error: TAKEN_BACK }));
        else
          await client.send(
            new SendTaskSuccessCommand({ taskToken: token, output: JSON.stringify({ outcome, alarmSeconds }) }),
          );
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
