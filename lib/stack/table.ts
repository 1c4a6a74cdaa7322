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
import { projectedIn } from './projected.ts';
import type { Stage } from './stages.ts';

/**
 * Index name → its key attributes. An item has the attributes only while the index should list it. CloudFormation
 * cannot change an index's projection, so an index with a new projection needs a new name.
 */
export const indexes = {
  applicantLines: ['gsiApplicant', 'gsiApplicantSk'],
  filerLines: ['gsiFiler', 'gsiFilerSk'],
  personLines: ['gsiPerson', 'gsiPersonSk'],
  officeLines: ['gsiOffice', 'gsiOfficeSk'],
  workerLines: ['gsiWorker', 'gsiWorkerSk'],
  registerLines: ['gsiRegister', 'gsiRegisterSk'],
  byQueue: ['gsiQueue', 'gsiQueueSk'],
  byNumber: ['gsiNumber'],
  byDue: ['gsiSweep', 'gsiSweepAt'],
} as const satisfies Record<string, readonly [hash: string, range?: string]>;

/** Of the access journal: by who called, the request, the place that they served. */
export const journalIndexes = {
  byAccount: ['account', 'sk'],
  byRequest: ['request', 'sk'],
  byPlace: ['place', 'sk'],
  byUnusual: ['unusual', 'sk'],
} as const satisfies Record<string, readonly [hash: string, range?: string]>;

/**
 * What an index holds beside keys: what its lists show, nothing, or everything. Readers of an index of keys get each item by itself, so
 * a huge or unreadable item does not affect the others.
 */
function projectionOf(index: string) {
  const shown = projectedIn(index);
  if (shown) return { projectionType: ProjectionType.INCLUDE, nonKeyAttributes: [...shown] };
  return { projectionType: index in indexes ? ProjectionType.KEYS_ONLY : ProjectionType.ALL };
}

const text = (name: string) => ({ name, type: AttributeType.STRING });

interface Kept {
  readonly indexes: Readonly<Record<string, readonly [hash: string, range?: string]>>;
  /** Name of a table that stands already. */
  readonly attached: string | undefined;
  /** Attribute after whose time an item may go; without it everything stays. */
  readonly expiry?: string;
}

function keep(scope: Construct, id: string, encryptionKey: IKey, keepsData: boolean, kept: Kept): ITable {
  if (kept.attached !== undefined)
    return Table.fromTableAttributes(scope, id, {
      tableName: kept.attached,
      globalIndexes: Object.keys(kept.indexes),
      encryptionKey,
    });
  const table = new Table(scope, id, {
    partitionKey: text('pk'),
    sortKey: text('sk'),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    ...(kept.expiry !== undefined && { timeToLiveAttribute: kept.expiry }),
    deletionProtection: keepsData,
    removalPolicy: keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  for (const [indexName, [hash, range]] of Object.entries(kept.indexes))
    table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: text(hash),
      ...(range !== undefined && { sortKey: text(range) }),
      ...projectionOf(indexName),
    });
  return table as ITable;
}

/** The one table: requests, accounts, sessions, counters. */
export const createTable = (scope: Construct, key: IKey, { keepsData, attached }: Stage): ITable =>
  keep(scope, 'Table', key, keepsData, { indexes, attached: attached?.table, expiry: 'expiresAt' });

/**
 * The access journal (docs/decisions/0027). A table of its own: functions that may only read requests write entries here, and
 * no right on requests comes with it.
 */
export const createJournal = (scope: Construct, key: IKey, { keepsData, attached }: Stage): ITable =>
  keep(scope, 'Journal', key, keepsData, { indexes: journalIndexes, attached: attached?.journal });
