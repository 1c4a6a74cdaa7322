import { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/** Encrypted, and deleted with the stack: logs hold only codes and identifiers, and the table keeps the history. */
export const createLogGroup = (
  scope: Construct,
  id: string,
  logGroupName: string,
  { stage, key }: { stage: Pick<Stage, 'logDays'>; key: IKey },
) =>
  new LogGroup(scope, id, {
    logGroupName,
    encryptionKey: key,
    retention: stage.logDays,
    removalPolicy: RemovalPolicy.DESTROY,
  });
