import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { createAlarmTopic } from './alarm-topic.ts';
import { createBuckets } from './buckets.ts';
import { createKeys } from './keys.ts';
import { createLogGroup } from './log-group.ts';
import { functionLogs, pascalCase } from './names.ts';
import { declareUploadOrigins } from './parameters.ts';
import { areasOf, type Sources } from './sources.ts';
import type { Stage } from './stages.ts';
import { createJournal, createTable } from './table.ts';

export interface DataProps extends StackProps {
  readonly stage: Stage;
  readonly sources: Sources;
}

/** What outlives every other stack: keys, table, buckets, logs, and the topic to which operators subscribe. */
export class DataStack extends Stack {
  readonly keys;
  readonly buckets;
  readonly table;
  readonly journal;
  readonly topic;

  constructor(scope: Construct, id: string, { stage, sources, ...props }: DataProps) {
    super(scope, id, props);
    this.keys = createKeys(this, stage);
    this.buckets = createBuckets(this, {
      stage,
      key: this.keys.data,
      uploadOrigins: declareUploadOrigins(this, stage),
    });
    this.table = createTable(this, this.keys.data, stage);
    this.journal = createJournal(this, this.keys.data, stage);
    const logs = new Construct(this, 'Logs');
    for (const area of areasOf(sources.functions))
      createLogGroup(logs, pascalCase(area), functionLogs(stage.prefix, area), { stage, key: this.keys.operations });
    this.topic = createAlarmTopic(this, this.keys.operations);

    const outputs = {
      TableName: this.table.tableName,
      JournalTable: this.journal.tableName,
      DocumentsBucket: this.buckets.documents.bucketName,
      TrustBucket: this.buckets.trust.bucketName,
      AlarmTopic: this.topic.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, `${name}Output`, { value });
  }
}
