import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { createAlarms } from './alarms.ts';
import { createDashboard } from './dashboard.ts';
import type { DataStack } from './data-stack.ts';
import type { Sources } from './sources.ts';
import type { Stage } from './stages.ts';

export interface WatchProps extends StackProps {
  readonly sources: Sources;
  readonly stage: Stage;
  readonly data: DataStack;
}

/**
 * What operators look at: alarms and the dashboard. It refers to the other stacks by the names of their logs and
 * metrics.
 */
export class WatchStack extends Stack {
  constructor(scope: Construct, id: string, { sources, stage, data, ...props }: WatchProps) {
    super(scope, id, props);
    const { functions } = sources;
    createAlarms(this, { functions, stage, topic: data.topic });
    createDashboard(this, { functions, prefix: stage.prefix });
  }
}
