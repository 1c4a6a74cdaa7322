import type { DescribeStateMachineForExecutionCommandOutput, ListExecutionsCommandOutput } from '@aws-sdk/client-sfn';

type Described = Pick<DescribeStateMachineForExecutionCommandOutput, 'definition' | 'updateDate'>;

export interface RunningDefinition {
  /** Amazon States Language. */
  readonly definition: string;
  /** An execution that runs it. */
  readonly execution: string;
}

/** For some seconds after an update, Step Functions may still begin executions with the former definition. */
const SETTLING = 60_000;

/**
 * The definitions that one machine's executions run: executions that began before a change keep theirs. Describes one
 * execution for each definition, not each execution, because all that began after an update share it.
 *
 * @param pages running executions, the latest first, as ListExecutions gives them
 */
export async function* runningDefinitions(
  pages: AsyncIterable<Pick<ListExecutionsCommandOutput, 'executions'>>,
  describe: (executionArn: string) => Promise<Described>,
): AsyncGenerator<RunningDefinition> {
  const told = new Set<string>();
  let sameSince = Infinity;
  for await (const { executions = [] } of pages)
    for (const { executionArn: execution = '', startDate } of executions) {
      if ((startDate?.getTime() ?? 0) >= sameSince) continue;
      const { definition = '', updateDate } = await describe(execution);
      sameSince = (updateDate?.getTime() ?? Infinity) + SETTLING;
      if (!told.has(definition)) yield { definition, execution };
      told.add(definition);
    }
}
