import type { ListExecutionsCommandOutput, ListStateMachinesCommandOutput } from '@aws-sdk/client-sfn';

export interface Running {
  readonly name: string;
  readonly running: number;
  /** When the oldest began. */
  readonly oldest?: Date;
}

export interface Lists {
  readonly machines: AsyncIterable<Pick<ListStateMachinesCommandOutput, 'stateMachines'>>;
  readonly running: (machineArn: string) => AsyncIterable<Pick<ListExecutionsCommandOutput, 'executions'>>;
}

/** Counts the executions under way in machines whose names begin with `prefix`. Every page is read. */
export async function countRunning(prefix: string, { machines, running }: Lists): Promise<Running[]> {
  const counted: Running[] = [];
  for await (const { stateMachines = [] } of machines)
    for (const { name = '', stateMachineArn = '' } of stateMachines)
      if (name.startsWith(prefix)) counted.push({ name, ...(await count(running(stateMachineArn))) });
  return counted;
}

async function count(pages: ReturnType<Lists['running']>): Promise<Omit<Running, 'name'>> {
  let running = 0;
  let oldest: Date | undefined;
  for await (const { executions = [] } of pages) {
    running += executions.length;
    for (const { startDate } of executions) if (startDate && !(oldest && oldest <= startDate)) oldest = startDate;
  }
  return { running, ...(oldest && { oldest }) };
}
