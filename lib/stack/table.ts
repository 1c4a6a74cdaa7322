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
 * Index name → its key attributes. Items carry the attributes only while the index should list them. An index whose
 * projection changes needs a new name: CloudFormation does not change one in its place.
 */
export const indexes = {
  byApplicant: ['gsiApplicant', 'gsiApplicantSk'],
  byOffice: ['gsiOffice', 'gsiOfficeSk'],
  byNumber: ['gsiNumber'],
  byDue: ['gsiSweep', 'gsiSweepAt'],
} as const satisfies Record<string, readonly [hash: string, range?: string]>;

/** Indexes of keys alone, for readers that get each item by itself: no item is too large or too strange for their pages. */
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
