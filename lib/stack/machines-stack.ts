import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { DataStack } from './data-stack.ts';
import { Machines } from './machines.ts';
import type { Sources } from './sources.ts';
import type { Stage } from './stages.ts';

export interface MachinesProps extends StackProps {
  readonly sources: Sources;
  readonly stage: Stage;
  readonly data: DataStack;
}

/** A machine for each regulation and channel. Every running request is an execution of one of them. */
export class MachinesStack extends Stack {
  constructor(scope: Construct, id: string, { sources, stage, data, ...props }: MachinesProps) {
    super(scope, id, props);
    new Machines(this, 'Machines', { ...sources, stage, logKey: data.keys.operations });
  }
}
