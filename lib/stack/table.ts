import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
  type ITable,
} from 'aws-cdk-lib/aws-dynamodb';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Stage } from './stages.ts';

/**
 * Index name → its key attributes. An item has the attributes only while the index should list it. CloudFormation
 * cannot change an index's projection, so an index with a new projection needs a new name.
 */
export const indexes = {
  byApplicant: ['gsiApplicant', 'gsiApplicantSk'],
  byOffice: ['gsiOffice', 'gsiOfficeSk'],
  byNumber: ['gsiNumber'],
  byDue: ['gsiSweep', 'gsiSweepAt'],
} as const satisfies Record<string, readonly [hash: string, range?: string]>;

/**
 * Indexes that hold only keys. Their readers get each item by itself, so a huge or unreadable item does not affect the
 * others.
 */
export const keysOnly: ReadonlySet<string> = new Set<keyof typeof indexes>(['byDue']);

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table: requests, accounts, sessions, counters. */
export function createTable(scope: Construct, encryptionKey: IKey, { keepsData, attached }: Stage): ITable {
  if (attached?.table !== undefined)
    return Table.fromTableAttributes(scope, 'Table', {
      tableName: attached.table,
      globalIndexes: Object.keys(indexes),
      encryptionKey,
    });
  const table = new Table(scope, 'Table', {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    timeToLiveAttribute: 'expiresAt',
    deletionProtection: keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const [indexName, [hash, range]] of Object.entries<readonly [string, string?]>(indexes))
    table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: text(hash),
      ...(range !== undefined && { sortKey: text(range) }),
      projectionType: keysOnly.has(indexName) ? ProjectionType.KEYS_ONLY : ProjectionType.ALL,
    });
  return table as ITable;
}
